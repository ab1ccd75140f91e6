using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;
using Msp.Billing.Catalog;

namespace Msp.Billing.Tests.BreakFix;

/// <summary>Apples with apples: what the offer contains and break-fix does not.</summary>
public sealed class EqualScopeTests
{
    private static readonly ServiceLine[] All = Enum.GetValues<ServiceLine>();

    [Fact]
    public void A_full_plan_is_compared_with_the_default_stack()
    {
        var scope = EqualScope.Of(All);

        Assert.Equal(25, Stack(scope).Value);
        Assert.Equal([ServiceLine.NetworkMonitoring, ServiceLine.PatchManagement], scope.LeftUndone);
        Assert.Equal(ScopeCoverage.ByTheHour, scope.Rows.Single(row => row.Line == ServiceLine.Helpdesk).WithoutOffer);
        Assert.Equal(ScopeCoverage.BoughtSeparately, scope.Rows.Single(row => row.Line == ServiceLine.Cybersecurity).WithoutOffer);
    }

    [Fact]
    public void A_plan_without_security_is_not_compared_with_a_break_fix_that_buys_it()
    {
        // 25.00 a third each: only backup is offered
        var stack = Stack(EqualScope.Of([ServiceLine.Helpdesk, ServiceLine.BackupAndRecovery]));

        Assert.Equal(25 / 3.0, stack.Value, 1e-12);
        Assert.Equal(50 / 3.0, stack.High, 1e-12);
        Assert.EndsWith("The offer contains 1 of the three.", stack.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_of_helpdesk_only_takes_the_stack_out() => Assert.Equal(0, Stack(EqualScope.Of([ServiceLine.Helpdesk])).Value);

    [Fact]
    public void Items_of_the_quote_replace_the_default()
    {
        var scope = EqualScope.Of(All, Item(ServiceLine.Cybersecurity, "Endpoint protection", 8.5m), Item(ServiceLine.BackupAndRecovery, "Mail backup", 3.25m));
        var stack = Stack(scope);

        Assert.Equal((11.75, false, InputStatus.Offer), (stack.Value, stack.IsUncertain, stack.Status));
        Assert.Equal("Itemised in the quote: Endpoint protection, Mail backup.", stack.Source);
        Assert.Equal(ScopeCoverage.ByTheHour, scope.Rows.Single(row => row.Line == ServiceLine.CloudManagement).WithoutOffer);
    }

    [Fact]
    public void An_item_that_the_offer_does_not_contain_is_refused() =>
        Assert.Contains(
            "more than the offer gives",
            Assert.Throws<ArgumentException>(() => EqualScope.Of([ServiceLine.Helpdesk], Item(ServiceLine.Cybersecurity, "Endpoint protection", 8.5m))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void An_item_in_another_currency_is_refused() =>
        Assert.Throws<CurrencyMismatchException>(() =>
            EqualScope.Of(All, new StackItem(ServiceLine.Cybersecurity, "Endpoint protection", new UnitPrice(8m, Currency.Eur))).ApplyTo(Firms.FortyFive));

    private static InputValue Stack(EqualScope scope) => scope.ApplyTo(Firms.FortyFive)[ComparisonInput.SeparateStack];

    private static StackItem Item(ServiceLine line, string name, decimal price) => new(line, name, new UnitPrice(price, Currency.Usd));
}
