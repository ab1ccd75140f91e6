using Msp.Billing.Cli.Commands;

using var interrupts = new Interrupts();
return CommandLine.Run(args, Terminal.OfProcess(interrupts.Cancellation));
