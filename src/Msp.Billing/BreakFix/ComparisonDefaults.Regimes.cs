using static Msp.Billing.BreakFix.ComparisonInput;
using static Msp.Billing.BreakFix.InputStatus;
using static Msp.Billing.BreakFix.InputUnit;

namespace Msp.Billing.BreakFix;

/// <content>What an offer costs and changes, what money is worth over the term, and what an own employee costs.</content>
public static partial class ComparisonDefaults
{
    private static InputDefault[] Offer =>
    [
        Row(PlanPrice, MoneyPerUserMonth, (0, 2_000), (100, 150, 200), InputStatus.Offer,
            "The quote. The band is that of published prices, 100 to 250 (Sequentur; C), averages 150 to 185 (Pharallax; C)."),
        FromOffer(PlanOther, MoneyPerMonth, (0, 1_000_000), 0, "The quote."),
        Row(OnboardingMonths, Months, (0, 24), (0, 1, 2), Sourced,
            "Under one month of the fee for a clean estate, 1.4 for another (pricing-calculator guide; Technoir; C, D)."),
        Row(TermMonths, Months, (1, 120), (12, 36, 36), Sourced, "12 months common, 24 to 36 with discount (Maverick; Scott & Scott via Monjur; C, B)."),
        FromOffer(ExitFee, Money, (0, 10_000_000), 0, "Only when the comparison ends before the term does."),
    ];

    private static InputDefault[] Effects =>
    [
        Row(CallsRemaining, Share, (0, 1), (0.8, 0.8, 0.8), Assumption, "No independent study of prevention was found."),
        Row(ManagedWaitHours, Hours, (0, 200), (1, 1, 1), Assumption, "See the service level of the plan."),
        Row(OutagesPrevented, Share, (0, 1), (0.2, 0.5, 0.8), Assumption,
            "Every published 'so much less downtime' is marketing; no independent study was found."),
        Row(OutageLength, Share, (0, 5), (0.6, 0.6, 0.6), Assumption, "No independent study was found."),
        Row(OutOfScopeHours, PerUserMonth, (0, 10), (0, 0.05, 0.15), Assumption, "Not published; the exclusions of the plan say what it is made of."),
    ];

    private static InputDefault[] Term =>
    [
        Row(DiscountRate, Share, (0, 1), (0.08, 0.08, 0.08), Assumption, "What a small firm pays for credit, roughly."),
        Row(PlanUplift, Share, (0, 0.5), (0.03, 0.03, 0.03), Sourced, "3 % is a common fixed step (UpperEdge; C)."),
        Row(PriceGrowth, Share, (0, 0.5), (0.03, 0.03, 0.03), Policy,
            "The same as the plan's. Technicians' pay rose by 15 to 25 % in three years (Roviret; C), which would favour the plan."),
    ];

    private static InputDefault[] Hire =>
    [
        Row(Salary, MoneyPerYear, (0, 1_000_000), (61_580, 61_580, 61_580), Sourced, "Mean wage of a support specialist (BLS, May 2022; A)."),
        Row(SalaryLoad, Share, (0, 2), (0.3, 0.35, 0.55), Sourced,
            "30 to 40 % (CentrexIT; C); 40 to 55 % (VendorSage; C)."),
        Row(UsersPerHire, Count, (1, 1_000), (18, 70, 70), Sourced,
            "70 users for each IT employee, 45 with several systems, 18 at small firms (Tolar Systems; C, old)."),
        Row(HoursOnDuty, Hours, (100, 8_760), (1_680, 1_680, 1_680), Sourced,
            "140 productive hours of the 160 of a month (TruMethods Step 4; B), times 12."),
        Row(CoverHours, Hours, (100, 8_760), (2_080, 2_080, 8_760), Derived, "52 weeks of 40 hours; 8,760 is around the clock."),
        Row(HireTools, MoneyPerYear, (0, 200_000), (2_000, 6_000, 12_000), Assumption,
            "Remote management, ticketing, training, recruiting; not published apart from totals."),
    ];
}
