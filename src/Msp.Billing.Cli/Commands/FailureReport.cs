using System.Reflection;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.Invoicing;
using Msp.Billing.Ledger;
using Msp.Billing.Plans;
using Msp.Billing.Runs;

namespace Msp.Billing.Cli.Commands;

/// <summary>What the user is told of an exception, and the exit code. The one place where exceptions become either.</summary>
/// <param name="ExitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="Message">Can be shown as it is.</param>
internal sealed record FailureReport(int ExitCode, string Message)
{
    /// <summary>The report of an exception.</summary>
    public static FailureReport Of(Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => Of(inner),
        CommandException command => new(command.ExitCode, command.Message),
        OperationCanceledException => new(
            Commands.ExitCode.Cancelled, "Stopped on request. Nothing is half done; the same command goes on, or begins again, from what is there."),
        StorageException storage => new(Commands.ExitCode.Storage, storage.Message),
        RunMoveException or AmendmentException or ContractMoveException or InvoiceMoveException or MissingTaxRateException or CurrencyMismatchException
            or AllocationException or ClosedPeriodException or UnbalancedEntryException or CreditException or PriceBookException or PlanFamilyException or CustomerTreeException => new(Commands.ExitCode.Refused, exception.Message),
        ArgumentException argument and not ArgumentNullException => new(Commands.ExitCode.Refused, DomainRefusal.Sentence(argument)),
        OverflowException overflow => new(Commands.ExitCode.Refused, overflow.Message),
        IOException or UnauthorizedAccessException => new(Commands.ExitCode.Storage, exception.Message),
        _ => new(
            Commands.ExitCode.Unexpected,
            $"msp failed unexpectedly ({exception.GetType().Name}: {exception.Message}). What was committed is safe. Set MSP_DEBUG=1 to see where."),
    };
}
