using Msp.Billing.Invoicing;

namespace Msp.Billing.Benchmarks.Workload;

/// <summary>Adds up invoices in the order of their numbers, as the definition of MSP-MONTH-1 asks; amounts in cents.</summary>
internal sealed class WorkloadSum
{
    private const long ChecksumModulus = 1_000_000_007;
    private readonly long[] _byLine = new long[5];

    /// <summary>Nothing yet.</summary>
    internal WorkloadSum()
    {
    }

    /// <summary>A sum that is known already.</summary>
    internal WorkloadSum(int invoices, int lines, int zeroLines, long subtotal, long tax, long checksum, IEnumerable<long> byLine)
    {
        (Invoices, Lines, ZeroLines, Subtotal, Tax, Checksum) = (invoices, lines, zeroLines, subtotal, tax, checksum);
        _byLine = [.. byLine];
    }

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

    /// <summary>Before tax, in cents, of each of the five lines.</summary>
    public IReadOnlyList<long> ByLine => _byLine;

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

    /// <summary>Every difference from what it must be; none when it is that.</summary>
    /// <param name="expected">What it must be; null when nobody knows, which is a difference too.</param>
    internal IReadOnlyList<string> DifferencesFrom(WorkloadSum? expected)
    {
        if (expected is null)
        {
            return ["no results are published for this size"];
        }

        var differences = new List<string>();
        Compare("invoices", expected.Invoices, Invoices);
        Compare("lines", expected.Lines, Lines);
        Compare("lines of 0.00", expected.ZeroLines, ZeroLines);
        Compare("subtotal in cents", expected.Subtotal, Subtotal);
        Compare("tax in cents", expected.Tax, Tax);
        Compare("total in cents", expected.Total, Total);
        Compare("checksum", expected.Checksum, Checksum);
        for (var line = 0; line < _byLine.Length; line++)
        {
            Compare($"cents of line {line + 1}", expected._byLine[line], _byLine[line]);
        }

        return differences;

        void Compare(string what, long wanted, long given)
        {
            if (wanted != given)
            {
                differences.Add(FormattableString.Invariant($"{what}: {given}, but it must be {wanted}"));
            }
        }
    }
}
