using Msp.Billing.Invoicing;

namespace Msp.Billing.Benchmarks.Workload;

/// <summary>Adds up invoices in the order of their numbers, as the definition of MSP-MONTH-1 asks; amounts in cents.</summary>
internal sealed class WorkloadSum
{
    private const long ChecksumModulus = 1_000_000_007;
    private readonly long[] _byLine = new long[5];

    /// <summary>How many invoices.</summary>
    public int Invoices { get; private set; }

    /// <summary>How many lines.</summary>
    public int Lines { get; private set; }

    /// <summary>How many of them are 0.00.</summary>
    public int ZeroLines { get; private set; }

    /// <summary>Before tax.</summary>
    public long Subtotal { get; private set; }

    /// <summary>Tax.</summary>
    public long Tax { get; private set; }

    /// <summary>With tax.</summary>
    public long Total => Subtotal + Tax;

    /// <summary>The sum of each number times its total, modulo 1,000,000,007.</summary>
    public long Checksum { get; private set; }

    /// <summary>The sums of lines 1 to 5.</summary>
    public ReadOnlySpan<long> ByLine => _byLine;

    /// <summary>Adds a draft as the next invoice.</summary>
    public void Add(InvoiceDraft draft)
    {
        foreach (ref readonly var line in draft.Lines.AsSpan())
        {
            AddLine(line.Source.Id, line.NetMinorUnits);
        }

        AddInvoice(Invoices + 1, draft.Subtotal.MinorUnits, draft.Tax.MinorUnits);
    }

    /// <summary>Adds a line.</summary>
    /// <param name="number">1 to 5.</param>
    /// <param name="cents">Before tax.</param>
    public void AddLine(int number, long cents)
    {
        Lines++;
        ZeroLines += cents == 0 ? 1 : 0;
        _byLine[number - 1] += cents;
    }

    /// <summary>Adds an invoice without its lines.</summary>
    /// <param name="sequence">The digits of its number.</param>
    /// <param name="subtotal">Before tax, in cents.</param>
    /// <param name="tax">In cents.</param>
    public void AddInvoice(long sequence, long subtotal, long tax)
    {
        Invoices++;
        Subtotal += subtotal;
        Tax += tax;
        Checksum = (Checksum + (sequence * (subtotal + tax))) % ChecksumModulus;
    }
}
