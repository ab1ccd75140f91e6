using Msp.Billing.Amounts;
using Msp.Billing.Ledger;

namespace Msp.Billing.Cli.Output;

/// <summary>An entry of the journal.</summary>
internal sealed record JournalEntryJson(string Source, string Reference, string Day, string Currency, string? Customer, IReadOnlyList<JournalLineJson> Lines)
{
    /// <summary>The shape of an entry.</summary>
    public static JournalEntryJson Of(JournalEntry entry) => new(
        EnumText.Name(entry.Source), entry.Reference, Text.Day(entry.Day), entry.Currency.Code, entry.Customer,
        [.. entry.Lines.Select(line => new JournalLineJson(EnumText.Name(line.Account.Role), line.Account.Code, Money.FromMinorUnits(line.MinorUnits, entry.Currency).Amount))]);
}
