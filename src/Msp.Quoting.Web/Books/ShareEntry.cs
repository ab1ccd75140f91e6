using Msp.Billing.Amounts;

namespace Msp.Quoting.Web.Books;

/// <summary>How an amount is to be applied to open invoices, as a form has it.</summary>
internal sealed class ShareEntry
{
    public ShareChoice How { get; set; } = ShareChoice.OldestFirst;

    /// <summary>What of it pays each chosen document, by number; empty for none of it.</summary>
    public Dictionary<string, decimal?> Pay { get; set; } = [];

    /// <summary>What is asked of the books: null for the oldest first, empty to keep it.</summary>
    public IReadOnlyList<(string Invoice, Money? Amount)>? Of(Currency currency) => How switch
    {
        ShareChoice.OldestFirst => null,
        ShareChoice.Keep => [],
        _ => [.. Pay.Where(pair => pair.Value is not null and not 0m).Select(pair => (pair.Key, (Money?)new Money(pair.Value.GetValueOrDefault(), currency)))],
    };
}
