using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Runs;

namespace Msp.Quoting.Web.Localization;

/// <summary>What the library's values are called on pages, in English; the resource files translate it.</summary>
internal static class Words
{
    /// <summary>A contract's status.</summary>
    public static string Of(ContractStatus status) => status switch
    {
        ContractStatus.AwaitingSignature => "Awaiting signature",
        ContractStatus.NoticeGiven => "Notice given",
        ContractStatus.SuspendedInNotice => "Suspended in notice",
        _ => status.ToString(),
    };

    /// <summary>What a status means: the kind of its badge.</summary>
    public static string KindOf(ContractStatus status) => status switch
    {
        ContractStatus.Active => "good",
        ContractStatus.Scheduled or ContractStatus.AwaitingSignature => "info",
        ContractStatus.NoticeGiven or ContractStatus.Suspended or ContractStatus.SuspendedInNotice => "warn",
        _ => "quiet",
    };

    /// <summary>A service line.</summary>
    public static string Of(ServiceLine line) => line switch
    {
        ServiceLine.NetworkMonitoring => "Network monitoring",
        ServiceLine.Helpdesk => "Helpdesk",
        ServiceLine.PatchManagement => "Patch management",
        ServiceLine.BackupAndRecovery => "Backup and recovery",
        ServiceLine.Cybersecurity => "Cybersecurity",
        ServiceLine.CloudManagement => "Cloud management",
        _ => "Vendor management",
    };

    /// <summary>How often a charge recurs.</summary>
    public static string Of(Charge charge, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(charge);
        ArgumentNullException.ThrowIfNull(texts);
        return charge.Timing == ChargeTiming.Once ? texts["Once"]
            : charge.Cadence == Cadence.Monthly ? texts["Monthly"]
            : charge.Cadence == Cadence.Quarterly ? texts["Quarterly"]
            : charge.Cadence == Cadence.Yearly ? texts["Yearly"]
            : charge.Cadence.Unit == CadenceUnit.Month ? texts["Every {0} months", charge.Cadence.Count]
            : charge.Cadence.Unit == CadenceUnit.Week ? texts["Every {0} weeks", charge.Cadence.Count]
            : texts["Every {0} days", charge.Cadence.Count];
    }

    /// <summary>A price as a price list has it, a part for each step.</summary>
    public static IEnumerable<string> Of(Pricing pricing, Texts texts, Format format)
    {
        ArgumentNullException.ThrowIfNull(pricing);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(format);
        string Money(decimal price) => format.Price(price, pricing.Currency);
        switch (pricing.Model)
        {
            case PricingModel.Flat:
                yield return Money(pricing.Price);
                break;
            case PricingModel.PerUnit:
                yield return Money(pricing.Price);
                break;
            case PricingModel.Package:
                yield return texts["{0} for each {1} begun", Money(pricing.Price), format.Number(pricing.BlockSize)];
                break;
            case PricingModel.PercentOf:
                yield return texts["{0} of the amount", format.Percent(pricing.Price * 100m)];
                break;
            case PricingModel.CostPlus:
                yield return texts["Cost plus {0}", format.Percent((pricing.Price - 1m) * 100m)];
                break;
            default:
                foreach (var step in Steps(pricing, texts, format))
                {
                    yield return step;
                }

                break;
        }

        if (pricing.IncludedQuantity > 0)
        {
            yield return texts["{0} included", format.Number(pricing.IncludedQuantity)];
        }

        if (pricing.MinimumQuantity > 0)
        {
            yield return texts["at least {0}", format.Number(pricing.MinimumQuantity)];
        }

        if (pricing.MinimumSpend > 0)
        {
            yield return texts["at least {0}", Money(pricing.MinimumSpend)];
        }
    }

    /// <summary>What changed in a contract, in a sentence.</summary>
    public static string Of(Amendment amendment, Texts texts, Format format)
    {
        ArgumentNullException.ThrowIfNull(amendment);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(format);
        return amendment switch
        {
            Amendment.LineAdded added => texts["Line {0} added: {1}", added.Line.Id, added.Line.Charge.Name],
            Amendment.LineRemoved removed => texts["Line {0} removed", removed.LineId],
            Amendment.QuantityChanged quantity => texts["Line {0}: quantity {1}", quantity.LineId, format.Number(quantity.Quantity)],
            Amendment.PriceChanged price => texts["Line {0}: price {1}", price.LineId, string.Join(", ", Of(price.Pricing, texts, format))],
            Amendment.DiscountAdded discount => texts["Discount added: {0}", discount.Discount.Name],
            Amendment.DiscountRemoved => texts["Discount removed"],
            Amendment.PlanChanged plan => texts["Plan changed to {0}", plan.Plan],
            Amendment.IndexPublished index => texts["Index published: {0} after {1}", format.Number(index.NewIndex), format.Number(index.OldIndex)],
            Amendment.Moved move => texts[Of(move.Action)],
            _ => amendment.GetType().Name,
        };
    }

    /// <summary>A move of a contract.</summary>
    public static string Of(ContractAction action) => action switch
    {
        ContractAction.Send => "Sent for signature",
        ContractAction.Sign => "Signed",
        ContractAction.Withdraw => "Withdrawn",
        ContractAction.Suspend => "Suspended",
        ContractAction.Resume => "Resumed",
        ContractAction.GiveNotice => "Notice given",
        ContractAction.WithdrawNotice => "Notice withdrawn",
        ContractAction.Renew => "Renewed",
        ContractAction.Terminate => "Terminated",
        _ => action.ToString(),
    };

    /// <summary>The causes of a difference that are not nothing, the largest first.</summary>
    public static IReadOnlyList<(string Cause, Money Amount)> Of(Variance variance, Currency currency)
    {
        var parts = new List<(string Cause, Money Amount)>();
        foreach (var cause in Variance.Causes)
        {
            if (variance[cause] != 0)
            {
                parts.Add((NameOf(cause), Money.FromMinorUnits(variance[cause], currency)));
            }
        }

        return [.. parts.OrderByDescending(part => part.Amount.MinorUnits)];
    }

    /// <summary>What a cause is called.</summary>
    public static string NameOf(VarianceCause cause) => cause switch
    {
        VarianceCause.New => "New contracts and lines",
        VarianceCause.Ended => "Ended contracts and lines",
        VarianceCause.Quantity => "Users and devices",
        VarianceCause.Price => "Prices and discounts",
        VarianceCause.Uplift => "Yearly uplifts",
        VarianceCause.Proration => "Part periods",
        VarianceCause.OneOff => "One-time work",
        VarianceCause.Credit => "Credits",
        VarianceCause.Tax => "Tax",
        VarianceCause.Adjustment => "Corrections of earlier months",
        VarianceCause.Cadence => "Quarterly and yearly charges",
        VarianceCause.NotBilled => "Left unbilled",
        _ => cause.ToString(),
    };

    private static IEnumerable<string> Steps(Pricing pricing, Texts texts, Format format)
    {
        foreach (var step in pricing.Steps)
        {
            var price = format.Price(step.UnitPrice, pricing.Currency);
            var fee = step.FlatFee > 0 ? " + " + format.Price(step.FlatFee, pricing.Currency) : "";
            yield return step.UpTo is { } upTo ? texts["up to {0}: {1}", format.Number(upTo), price + fee] : texts["above: {0}", price + fee];
        }
    }
}
