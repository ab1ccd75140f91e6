using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Msp.Billing.Amounts;
using Msp.Billing.Ledger;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Books;

/// <summary>What customers owed by the end of a day, by how long it was overdue; tied to the receivable account.</summary>
internal sealed class AgeingModel(CurrentSeller seller, Texts texts) : BookPageModel(seller, texts)
{
    [BindProperty(SupportsGet = true, Name = "day")]
    public DateOnly? Asked { get; set; }

    public DateOnly Day => Asked ?? Today;

    public ImmutableArray<Ageing> All { get; private set; } = [];

    public IReadOnlyList<(Ageing Row, string Name)> Shown { get; private set; } = [];

    /// <summary>The sums by currency, with what stands on the receivable account.</summary>
    public IReadOnlyList<(Ageing Sum, Money Account)> Sums { get; private set; } = [];

    public void OnGet()
    {
        ModelState.Clear();
        All = Statements.Ageing(Day);
        var balances = Ledger.Balance(Day);
        Sums =
        [
            .. All.GroupBy(row => row.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal).Select(group => (
                new Ageing("", group.Key, [.. Enum.GetValues<AgeingBucket>().Select(bucket => group.Sum(row => row[bucket].MinorUnits))]),
                balances.FirstOrDefault(balance => balance.Currency == group.Key)?.Of(AccountRole.Receivable) ?? Money.Zero(group.Key))),
        ];
        var shown = All.OrderByDescending(row => row.Total.MinorUnits - row[AgeingBucket.Current].MinorUnits).ThenBy(row => row.Customer, StringComparer.Ordinal).Skip(Skip(All.Length)).Take(Size).ToList();
        var names = NamesOf(shown.Select(row => row.Customer));
        Shown = [.. shown.Select(row => (row, names[row.Customer]))];
    }
}
