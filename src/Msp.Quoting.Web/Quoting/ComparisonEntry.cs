using Msp.Billing.BreakFix;
using Msp.Billing.Quotes;

namespace Msp.Quoting.Web.Quoting;

/// <summary>A number of the comparison that the builder asks for, with its words.</summary>
/// <param name="Input">Which number.</param>
/// <param name="Label">What it is called, in English.</param>
/// <param name="Suffix">What stands after it, in English; empty for none.</param>
/// <param name="IsMoney">Whether it is an amount.</param>
internal sealed record ComparisonEntry(ComparisonInput Input, string Label, string Suffix, bool IsMoney)
{
    /// <summary>How many units of a currency stand for a dollar of the defaults.</summary>
    public const string PriceLevel = StatedNumbers.PriceLevelName;

    /// <summary>The ones that a customer can usually answer; the comparison turns on them.</summary>
    public static IReadOnlyList<ComparisonEntry> Asked { get; } =
    [
        new(ComparisonInput.HourlyRate, "Break-fix hourly rate", "", true),
        new(ComparisonInput.CallsPerUser, "Calls per user", "a month", false),
        new(ComparisonInput.RepairHours, "Hours to fix", "h", false),
        new(ComparisonInput.LoadedWage, "Cost of a working hour", "", true),
        new(ComparisonInput.OutagesPerSite, "Outages per site", "a year", false),
        new(ComparisonInput.RevenueAtRisk, "Revenue at risk in an outage", "an hour", true),
    ];

    /// <summary>Whether a name is one that a form may send.</summary>
    public static bool IsKnown(string name) => name == PriceLevel || (Enum.TryParse<ComparisonInput>(name, out var input) && Asked.Any(entry => entry.Input == input));

    /// <summary>What a number that a form sent is called, in English.</summary>
    /// <param name="name">Its name in a draft.</param>
    public static string LabelOf(string name) => name == PriceLevel ? "Price level" : Enum.TryParse<ComparisonInput>(name, out var input) ? Asked.FirstOrDefault(entry => entry.Input == input)?.Label ?? NameOf(input) : name;

    /// <summary>What a number is called, in English.</summary>
    public static string NameOf(ComparisonInput input) => input switch
    {
        ComparisonInput.Users => "Users",
        ComparisonInput.Servers => "Servers",
        ComparisonInput.Sites => "Sites",
        ComparisonInput.CallsPerUser => "Calls per user",
        ComparisonInput.CallsCounted => "Calls behind that rate",
        ComparisonInput.RepairHours => "Hours to fix",
        ComparisonInput.RepairSpread => "Spread of the hours",
        ComparisonInput.RepairsTimed => "Calls behind those hours",
        ComparisonInput.OnSiteShare => "Calls that need a visit",
        ComparisonInput.AfterHoursShare => "Calls outside business hours",
        ComparisonInput.HourlyRate => "Break-fix hourly rate",
        ComparisonInput.AfterHoursMultiplier => "Factor outside business hours",
        ComparisonInput.TripCharge => "Charge for a visit",
        ComparisonInput.RemoteMinimum => "Least hours of a remote call",
        ComparisonInput.OnSiteMinimum => "Least hours of a visit",
        ComparisonInput.BillingStep => "Hours are rounded up to",
        ComparisonInput.WaitHours => "Hours until somebody helps",
        ComparisonInput.WaitSpread => "Spread of the wait",
        ComparisonInput.LossWhileWaiting => "Work lost while waiting",
        ComparisonInput.LoadedWage => "Cost of a working hour",
        ComparisonInput.OutagesPerSite => "Outages per site",
        ComparisonInput.OutagesPerServer => "Outages per server",
        ComparisonInput.OutageHours => "Hours of an outage",
        ComparisonInput.OutageSpread => "Spread of outages",
        ComparisonInput.OutageAffected => "People stopped by an outage",
        ComparisonInput.OutageLoss => "Work lost in an outage",
        ComparisonInput.RevenueAtRisk => "Revenue at risk in an outage",
        ComparisonInput.SecurityEvents => "Security events",
        ComparisonInput.SecurityMultiplier => "Times as many without a service",
        ComparisonInput.SecurityLoss => "Loss of a security event",
        ComparisonInput.SecuritySpread => "Spread of that loss",
        ComparisonInput.InsuranceRetention => "Most that the customer bears",
        ComparisonInput.SeparateStack => "Licences bought separately",
        ComparisonInput.PlanPrice => "Plan, per user",
        ComparisonInput.PlanOther => "Plan, all else",
        ComparisonInput.OnboardingMonths => "Onboarding in months of the fee",
        ComparisonInput.TermMonths => "Term",
        ComparisonInput.ExitFee => "Fee for leaving early",
        ComparisonInput.CallsRemaining => "Calls that remain under the plan",
        ComparisonInput.ManagedWaitHours => "Hours until somebody helps under the plan",
        ComparisonInput.OutagesPrevented => "Outages prevented by the plan",
        ComparisonInput.OutageLength => "Length of the other outages under the plan",
        ComparisonInput.OutOfScopeHours => "Hours that the plan does not cover",
        ComparisonInput.DiscountRate => "Later costs count less by",
        ComparisonInput.PlanUplift => "Yearly rise of the plan",
        ComparisonInput.PriceGrowth => "Yearly rise of all else",
        ComparisonInput.Salary => "Salary of a technician",
        ComparisonInput.SalaryLoad => "Taxes and benefits on it",
        ComparisonInput.UsersPerHire => "Users for each technician",
        ComparisonInput.HoursOnDuty => "Hours on duty",
        ComparisonInput.CoverHours => "Hours to cover",
        _ => "Tools and training of a technician",
    };

    /// <summary>Where a number comes from, in English.</summary>
    public static string NameOf(InputStatus status) => status switch
    {
        InputStatus.Sourced => "Sourced",
        InputStatus.Derived => "Derived",
        InputStatus.Assumption => "Assumption",
        InputStatus.Policy => "Our rule",
        InputStatus.Offer => "This quote",
        InputStatus.Customer => "Customer",
        _ => "Invoices",
    };

    /// <summary>The kind of its badge.</summary>
    public static string KindOf(InputStatus status) => status switch
    {
        InputStatus.Customer or InputStatus.Invoices => "good",
        InputStatus.Sourced or InputStatus.Derived => "info",
        InputStatus.Assumption => "warn",
        _ => "quiet",
    };
}
