using Msp.Billing.Catalog;

namespace Msp.Billing.BreakFix;

/// <summary>One service line in the table of equal scope.</summary>
/// <param name="Line">The service line.</param>
/// <param name="InOffer">Whether the offer contains it.</param>
/// <param name="WithoutOffer">What becomes of it under break-fix.</param>
public readonly record struct ScopeRow(ServiceLine Line, bool InOffer, ScopeCoverage WithoutOffer);
