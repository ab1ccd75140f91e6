using Msp.Billing.Amounts;

namespace Msp.Billing.Quotes;

/// <summary>The smallest change that clears a breach, found by pricing it: one step of a hundredth of a percent less does not clear it.</summary>
/// <remarks>A closed set.</remarks>
public abstract record ApprovalRemedy
{
    private ApprovalRemedy()
    {
    }

    /// <summary>A discount of the quote is lowered.</summary>
    /// <param name="Name">Which one.</param>
    /// <param name="Percent">The most that it may be.</param>
    public sealed record LowerDiscount(string Name, Percentage Percent) : ApprovalRemedy
    {
        /// <summary>In no culture.</summary>
        public override string ToString() => $"discount '{Name}' at most {Percent}";
    }

    /// <summary>The prices of the option's recurring charges are raised.</summary>
    /// <param name="Percent">By how much at least.</param>
    public sealed record RaisePrices(Percentage Percent) : ApprovalRemedy
    {
        /// <summary>In no culture.</summary>
        public override string ToString() => $"recurring prices at least {Percent} higher";
    }

    /// <summary>The term is made smaller.</summary>
    /// <param name="By">By how much at least, before tax.</param>
    public sealed record LowerAmount(Money By) : ApprovalRemedy
    {
        /// <summary>In no culture.</summary>
        public override string ToString() => $"the term at least {By} less";
    }
}
