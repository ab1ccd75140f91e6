using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Importing;

/// <summary>The words of the import files. Part of the documented format: words are added, never changed.</summary>
internal static class Vocabulary
{
    public static Words<PricingModel> Models { get; } = new(
        "a pricing model",
        ("flat", PricingModel.Flat),
        ("per-unit", PricingModel.PerUnit),
        ("graduated", PricingModel.Graduated),
        ("volume", PricingModel.Volume),
        ("package", PricingModel.Package),
        ("percent-of", PricingModel.PercentOf),
        ("cost-plus", PricingModel.CostPlus));

    public static Words<ChargeTiming> Timings { get; } = new(
        "a timing", ("advance", ChargeTiming.Advance), ("arrears", ChargeTiming.Arrears), ("once", ChargeTiming.Once));

    public static Words<DayCount> DayCounts { get; } = new(
        "a day count",
        ("actual-actual", DayCount.ActualOverActual),
        ("actual-30", DayCount.ActualOver30),
        ("actual-365", DayCount.ActualOver365),
        ("30-360", DayCount.Thirty360),
        ("whole-period", DayCount.WholePeriod),
        ("next-whole-period", DayCount.NextWholePeriod));

    public static Words<QuantityBasis> Bases { get; } = new(
        "a quantity basis",
        ("timeline", QuantityBasis.Timeline),
        ("period-start", QuantityBasis.PeriodStart),
        ("period-end", QuantityBasis.PeriodEnd),
        ("highest", QuantityBasis.Highest),
        ("day-weighted-average", QuantityBasis.DayWeightedAverage),
        ("reported", QuantityBasis.Reported));

    public static Words<ChangePolicy> ChangePolicies { get; } = new(
        "a change policy",
        ("immediately", ChangePolicy.Immediately),
        ("next-period", ChangePolicy.NextPeriod),
        ("at-renewal", ChangePolicy.AtRenewal));

    public static Words<TaxCategory> TaxCategories { get; } = new(
        "a tax category",
        ("standard", TaxCategory.Standard),
        ("reduced", TaxCategory.Reduced),
        ("zero", TaxCategory.Zero),
        ("exempt", TaxCategory.Exempt),
        ("reverse-charge", TaxCategory.ReverseCharge),
        ("outside-scope", TaxCategory.OutsideScope),
        ("sales-tax", TaxCategory.SalesTax));

    public static Words<RoundingMode> Roundings { get; } = new(
        "a way of rounding", ("half-away-from-zero", RoundingMode.HalfAwayFromZero), ("half-to-even", RoundingMode.HalfToEven));

    /// <summary>Only the two in which a contract can begin.</summary>
    public static Words<ContractStatus> Statuses { get; } = new(
        "a status in which a contract begins", ("scheduled", ContractStatus.Scheduled), ("draft", ContractStatus.Draft));

    /// <summary>Every move that is recorded; the start and the end come by themselves.</summary>
    public static Words<ContractAction> Actions { get; } = new(
        "a move of a contract",
        ("send", ContractAction.Send),
        ("sign", ContractAction.Sign),
        ("suspend", ContractAction.Suspend),
        ("resume", ContractAction.Resume),
        ("give-notice", ContractAction.GiveNotice),
        ("withdraw-notice", ContractAction.WithdrawNotice),
        ("terminate", ContractAction.Terminate),
        ("renew", ContractAction.Renew),
        ("withdraw", ContractAction.Withdraw));

    public static Words<ServiceLine> ServiceLines { get; } = new(
        "a service line",
        ("network-monitoring", ServiceLine.NetworkMonitoring),
        ("helpdesk", ServiceLine.Helpdesk),
        ("patch-management", ServiceLine.PatchManagement),
        ("backup-and-recovery", ServiceLine.BackupAndRecovery),
        ("cybersecurity", ServiceLine.Cybersecurity),
        ("cloud-management", ServiceLine.CloudManagement),
        ("vendor-management", ServiceLine.VendorManagement));

    public static Words<PricingTier> Tiers { get; } = new(
        "a tier", ("basic", PricingTier.Basic), ("standard", PricingTier.Standard), ("premium", PricingTier.Premium));

    public static Words<CoverHours> Hours { get; } = new(
        "a choice of hours", ("business-hours", CoverHours.BusinessHours), ("around-the-clock", CoverHours.AroundTheClock));
}
