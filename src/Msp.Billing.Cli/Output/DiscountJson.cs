using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Output;

/// <summary>A discount with the days on which it holds as amended, for programs.</summary>
/// <param name="Id">Its number in the contract.</param>
/// <param name="Name">As documents print it.</param>
/// <param name="Line">The line it reduces; null for every recurring line.</param>
/// <param name="Percent">A share off; null for an amount.</param>
/// <param name="Amount">Off each whole period, in major units; null for a share.</param>
/// <param name="From">The first day; null from the beginning.</param>
/// <param name="Until">The first day on which it no longer holds; null for no end.</param>
/// <param name="FirstPeriods">For the first so many periods only.</param>
/// <param name="Cadence">Of the lines that share a contract's amount.</param>
internal sealed record DiscountJson(
    int Id, string Name, int? Line, decimal? Percent, decimal? Amount, DateOnly? From, DateOnly? Until, int? FirstPeriods, string Cadence)
{
    /// <summary>Every discount of a contract, as agreed and as added since, by number.</summary>
    public static IReadOnlyList<DiscountJson> AllOf(Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var ends = contract.Amendments.OfType<Amendment.DiscountRemoved>().ToLookup(removed => removed.DiscountId, removed => removed.Day);
        var added = contract.Amendments.OfType<Amendment.DiscountAdded>();
        var agreed = contract.Terms.Discounts.Select(discount => Of(discount, null, null))
            .Concat(Importing.ContractParts.LinesOf(contract).SelectMany(line => line.Discounts.Select(discount => Of(discount, line.Id, null))))
            .Concat(added.Select(amendment => Of(amendment.Discount, amendment.LineId, amendment.Day)));
        return [.. agreed.OrderBy(discount => discount.Id)];

        DiscountJson Of(Discount discount, int? line, DateOnly? since)
        {
            var from = discount.From > since || since is null ? discount.From : since;
            var until = ends[discount.Id].Aggregate(discount.Until, (earliest, day) => earliest < day ? earliest : day);
            return new DiscountJson(
                discount.Id, discount.Name, line, discount.Percent?.Value, discount.Amount?.Amount, from, until, discount.FirstPeriods, discount.Cadence.ToString());
        }
    }
}
