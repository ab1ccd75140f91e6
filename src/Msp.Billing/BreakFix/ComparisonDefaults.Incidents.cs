using static Msp.Billing.BreakFix.ComparisonInput;
using static Msp.Billing.BreakFix.InputStatus;
using static Msp.Billing.BreakFix.InputUnit;

namespace Msp.Billing.BreakFix;

/// <content>What happens under both regimes: calls, waiting, outages, security events.</content>
public static partial class ComparisonDefaults
{
    private static InputDefault[] Firm =>
    [
        FromOffer(Users, Count, (1, 5_000), 1, "The customer's size."),
        FromOffer(Servers, Count, (0, 1_000), 0, "The customer's size."),
        FromOffer(Sites, Count, (1, 500), 1, "The customer's size."),
    ];

    private static InputDefault[] Calls =>
    [
        Row(CallsPerUser, PerUserMonth, (0, 10), (0.15, 0.35, 0.75), Assumption,
            "No census can be read. The one anchor is a target of under 0.5 reactive tickets under a managed service (TruMethods, Track 3 Step 1; B); " +
            "whoever pays per call, calls less."),
        Row(CallsCounted, Count, (1, 1_000_000), (4, 4, 4), Assumption,
            "Weight of the default rate: a Gamma of shape 4 has its middle 88 % between 0.15 and 0.75."),
        Row(RepairHours, Hours, (0.05, 40), (0.5, 0.9, 1.5), Derived,
            "About 0.5 h a ticket under a managed service: under 0.25 h and under 0.5 tickets per user and month (TruMethods, Track 3 Step 1; B); " +
            "only the longer ones are called."),
        Row(RepairSpread, Factor, (0.05, 2), (0.9, 0.9, 0.9), Assumption, "Many short calls, few long ones; not published."),
        Row(RepairsTimed, Count, (1, 1_000_000), (11, 11, 11), Derived,
            "Variance of one call's hours over the variance of the mean, whose middle 90 % is taken as 0.5 to 1.5: 1.01 / 0.092."),
        Row(OnSiteShare, Share, (0, 1), (0.2, 0.4, 0.7), Assumption, "Not published."),
        Row(AfterHoursShare, Share, (0, 1), (0, 0.1, 0.2), Assumption, "Not published."),
        Row(HourlyRate, MoneyPerHour, (0, 10_000), (100, 150, 200), Sourced,
            "Rate cards at 150 (Adelyte; iKnowTech 2023; D); 100 to 200 on site (Automate & Deploy, 2026-02; C)."),
        Row(AfterHoursMultiplier, Factor, (1, 5), (1.5, 1.5, 2), Sourced, "1.5 to 2 times in the evening and at weekends (ZeroGeeks; Adelyte; C, D)."),
        Row(TripCharge, Money, (0, 5_000), (0, 50, 100), Sourced, "50 a trip (iKnowTech 2023; D)."),
        Row(RemoteMinimum, Hours, (0, 8), (0.5, 0.5, 1), Sourced, "Half an hour (iKnowTech 2023; Clayton IT; D)."),
        Row(OnSiteMinimum, Hours, (0, 8), (1, 1, 1.5), Sourced, "One hour (iKnowTech 2023; Clayton IT; D)."),
        Row(BillingStep, Hours, (0.05, 8), (0.1, 0.25, 0.5), Sourced, "Quarter hours (iKnowTech 2023; D); six minutes also occur (Adelyte; D)."),
    ];

    private static InputDefault[] Waiting =>
    [
        Row(WaitHours, Hours, (0, 200), (1, 3, 8), Assumption, "Not published; shown to the customer, who knows."),
        Row(WaitSpread, Factor, (0.05, 2), (1, 1, 1), Assumption, "Not published."),
        Row(LossWhileWaiting, Share, (0, 1), (0.2, 0.4, 0.7), Assumption, "People do other work meanwhile; not published."),
        Row(LoadedWage, MoneyPerHour, (0, 2_000), (30, 40, 60), Derived,
            "29.8 an hour over all occupations (BLS, May 2022; A) times 1.35 for taxes and benefits (30 to 40 %, CentrexIT; C)."),
    ];

    private static InputDefault[] Outages =>
    [
        Row(OutagesPerSite, PerYear, (0, 200), (0.5, 1.5, 4), Assumption,
            "With two servers 2.5 outages of 3.3 h, about 8 h a year: between the published 200 minutes and 14 h (IBS; Integris; C)."),
        Row(OutagesPerServer, PerYear, (0, 50), (0.5, 0.5, 0.5), Assumption, "See the outages per site."),
        Row(OutageHours, Hours, (0.05, 200), (1, 2, 4), Assumption, "Not published."),
        Row(OutageSpread, Factor, (0.05, 2), (1, 1, 1), Assumption, "The mean is then 1.65 times the median; not published."),
        Row(OutageAffected, Share, (0, 1), (0.8, 0.8, 0.8), Assumption, "Not published."),
        Row(OutageLoss, Share, (0, 1), (0.7, 0.7, 0.7), Assumption, "Not published."),
        Row(RevenueAtRisk, MoneyPerHour, (0, 1_000_000), (0, 0, 2_000), Policy,
            "Published figures per hour differ a hundredfold and would decide the result, so it is nothing until the customer enters it."),
    ];

    private static InputDefault[] Security =>
    [
        Row(SecurityEvents, PerYear, (0, 10), (0.0044, 0.015, 0.03), Sourced,
            "1.48 % of cyber policies worldwide had a claim in 2024, 1.54 % in the US (Coalition 2025 via Risk & Insurance; B)."),
        Row(SecurityMultiplier, Factor, (1, 20), (1, 2, 3.7), Assumption,
            "The upper end is an insurer's own claim of 73 % fewer claims than the market (Coalition; C); no independent study was found."),
        Row(SecurityLoss, Money, (0, 10_000_000), (35_000, 115_000, 292_000), Sourced,
            "Mean loss of 2024: all claims 115,000, business e-mail compromise 35,000, ransomware 292,000 (Coalition 2025 via Risk & Insurance; B)."),
        Row(SecuritySpread, Factor, (0.05, 3), (1.78, 1.78, 1.78), Derived,
            "√(2 ln(175/36)): mean and median of incidents at small and mid-sized firms 2015 to 2019 (NetDiligence 2020 via Emerging Risks; B)."),
        Row(InsuranceRetention, Money, (0, double.PositiveInfinity), (double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity), Policy,
            "Taken as not insured until the customer states what it would bear itself."),
        Row(SeparateStack, MoneyPerUserMonth, (0, 1_000), (0, 25, 50), Assumption,
            "Security, backup and cloud licences that the plan contains and break-fix does not; itemise it from the quote instead."),
    ];
}
