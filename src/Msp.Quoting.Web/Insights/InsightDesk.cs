using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Insights;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Insights;

/// <summary>The kept figures of the seller, brought up to date before they are shown: at once where that is quick, behind the page where it is not.</summary>
/// <param name="seller">Whose figures.</param>
/// <param name="worker">Computes what takes longer.</param>
internal sealed class InsightDesk(CurrentSeller seller, InsightWorker worker)
{
    /// <summary>The current month and the twelve before it.</summary>
    public const int Months = 13;

    // Computed in a few tenths of a second, in which nobody needs to be told anything.
    private const long QuickContracts = 1_000;

    /// <summary>Whether newer figures are being computed and those that are shown are the last ones.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>How many contracts cannot be computed and are in no figure.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The day of the figures.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>The first day of the current month.</summary>
    public DateOnly LastMonth => new(seller.Clock.Today.Year, seller.Clock.Today.Month, 1);

    /// <summary>The first day of the first month that is kept.</summary>
    public DateOnly FirstMonth => LastMonth.AddMonths(1 - Months);

    /// <summary>The figures.</summary>
    public InsightReader Open()
    {
        var today = seller.Clock.Today;
        var writer = new InsightWriter(seller.Store, seller.Id);
        var reader = new InsightReader(seller.Store, seller.Id);
        if (!writer.IsFresh(FirstMonth, LastMonth, today))
        {
            if (reader.Basis() is null || writer.Basis().Contracts <= QuickContracts)
            {
                writer.Refresh(FirstMonth, LastMonth, today);
            }
            else
            {
                worker.Start(new InsightWork(seller.Id, FirstMonth, LastMonth, today));
                IsBehind = true;
            }
        }

        (_, AsOf, LeftOut) = reader.Basis() ?? (default, today, 0);
        return reader;
    }

    /// <summary>The currency that is asked for, where there are figures in it; otherwise the one with the most.</summary>
    /// <param name="all">The currencies with figures.</param>
    /// <param name="code">What is asked for.</param>
    public Currency Choose(IReadOnlyList<Currency> all, string? code)
    {
        foreach (var currency in all)
        {
            if (currency.Code == code)
            {
                return currency;
            }
        }

        return all.Count > 0 ? all[0] : seller.Seller.Currency;
    }
}
