namespace Msp.Billing.Invoicing;

/// <summary>A short number that two drafts share when they bill the same: it notices that something changed between approval and posting.</summary>
/// <remarks>
/// FNV-1a over every line's identity, amount and tax. It guards against change, not against malice: what is posted is chained by SHA-256.
/// The same on every machine.
/// </remarks>
public static class DraftFingerprint
{
    private const ulong Offset = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    /// <summary>The number of a draft.</summary>
    public static long Of(InvoiceDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var hash = Add(Offset, draft.IssueDay.DayNumber);
        hash = Add(hash, draft.DueDay.DayNumber);
        hash = Add(hash, draft.Currency.Number);
        foreach (ref readonly var line in draft.Lines.AsSpan())
        {
            hash = Add(hash, line.Source.Id);
            hash = Add(hash, line.Natural.Start.DayNumber);
            hash = Add(hash, line.Days.Start.DayNumber);
            hash = Add(hash, line.Days.End.DayNumber);
            hash = Add(hash, ((long)line.Round << 32) + line.Piece);
            hash = Add(hash, line.MinorUnits);
            hash = Add(hash, line.NetMinorUnits);
            hash = Add(hash, (long)line.TaxCategory);
            hash = Add(hash, line.TaxRate.Millionths);
        }

        foreach (var tax in draft.Taxes)
        {
            hash = Add(hash, tax.TaxMinorUnits);
        }

        return unchecked((long)hash);
    }

    private static ulong Add(ulong hash, long value)
    {
        unchecked
        {
            for (var i = 0; i < 64; i += 8)
            {
                hash = (hash ^ (byte)(value >> i)) * Prime;
            }

            return hash;
        }
    }
}
