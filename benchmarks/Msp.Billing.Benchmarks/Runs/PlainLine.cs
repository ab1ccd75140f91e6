namespace Msp.Billing.Benchmarks.Runs;

/// <summary>A line of the table invoice_line: thousandths, ten-thousandths of a dollar, cents.</summary>
internal readonly record struct PlainLine(long Number, long Charge, string Description, long Quantity, long? UnitPrice, long Amount);
