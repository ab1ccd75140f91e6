using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;

namespace Msp.Billing.BreakFix;

/// <summary>What the offer contains and break-fix does not: what is bought separately is priced into break-fix, what is not done is named.</summary>
public sealed class EqualScope
{
    private readonly ImmutableArray<StackItem> _items;

    private EqualScope(ImmutableArray<ScopeRow> rows, ImmutableArray<StackItem> items)
    {
        Rows = rows;
        _items = items;
    }

    /// <summary>Every service line, in the order of its number.</summary>
    public ImmutableArray<ScopeRow> Rows { get; }

    /// <summary>What the offer contains and break-fix leaves undone.</summary>
    public IEnumerable<ServiceLine> LeftUndone =>
        Rows.Where(row => row.InOffer && row.WithoutOffer == ScopeCoverage.NotDone).Select(row => row.Line);

    /// <summary>The table for an offer.</summary>
    /// <param name="inOffer">The service lines that the offer contains.</param>
    /// <param name="items">What the customer would buy separately; empty for the default amount, which stands for backup, security and cloud services.</param>
    /// <exception cref="ArgumentException">An item belongs to a line that the offer does not contain: break-fix must not pay for it either.</exception>
    public static EqualScope Of(IEnumerable<ServiceLine> inOffer, params IEnumerable<StackItem> items)
    {
        var offered = inOffer.ToImmutableHashSet();
        var bought = items.ToImmutableArray();
        foreach (var item in bought)
        {
            if (!offered.Contains(item.Line))
            {
                throw new ArgumentException(
                    $"'{item.Name}' belongs to {item.Line}, which the offer does not contain; break-fix would be charged for more than the offer gives.",
                    nameof(items));
            }
        }

        var lines = bought.IsEmpty ? offered.Where(IsInDefault).ToImmutableHashSet() : bought.Select(item => item.Line).ToImmutableHashSet();
        return new EqualScope(
            [.. Enum.GetValues<ServiceLine>().Select(line => new ScopeRow(line, offered.Contains(line), Without(line, lines)))], bought);
    }

    /// <summary>The numbers with the separate stack priced for this scope: the sum of the items, or a third of the default for each of its lines.</summary>
    /// <exception cref="CurrencyMismatchException">An item is in another currency.</exception>
    public ComparisonInputs ApplyTo(ComparisonInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return _items.IsEmpty ? WithDefault(inputs) : WithItems(inputs);
    }

    private static bool IsInDefault(ServiceLine line) =>
        line is ServiceLine.BackupAndRecovery or ServiceLine.Cybersecurity or ServiceLine.CloudManagement;

    private static ScopeCoverage Without(ServiceLine line, ImmutableHashSet<ServiceLine> bought) =>
        bought.Contains(line) ? ScopeCoverage.BoughtSeparately
        : line is ServiceLine.Helpdesk or ServiceLine.CloudManagement or ServiceLine.VendorManagement ? ScopeCoverage.ByTheHour
        : ScopeCoverage.NotDone;

    private ComparisonInputs WithItems(ComparisonInputs inputs)
    {
        var sum = 0m;
        foreach (var item in _items)
        {
            sum += item.PerUserMonth.Currency == inputs.Currency
                ? item.PerUserMonth.Amount
                : throw new CurrencyMismatchException(inputs.Currency, item.PerUserMonth.Currency);
        }

        var names = string.Join(", ", _items.Select(item => item.Name));
        return inputs.With(new InputValue(
            ComparisonInput.SeparateStack, (double)sum, (double)sum, (double)sum, InputStatus.Offer, $"Itemised in the quote: {names}."));
    }

    private ComparisonInputs WithDefault(ComparisonInputs inputs)
    {
        var before = inputs[ComparisonInput.SeparateStack];
        var count = Rows.Count(row => row.InOffer && IsInDefault(row.Line));
        var share = count / 3.0;
        return inputs.With(before with
        {
            Value = before.Value * share,
            Low = before.Low * share,
            High = before.High * share,
            Source = string.Create(CultureInfo.InvariantCulture, $"{before.Source} The offer contains {count} of the three."),
        });
    }
}
