using Msp.Billing.Amounts;
using Msp.Billing.Catalog;

namespace Msp.Billing.BreakFix;

/// <summary>Something that the offer contains and that the customer would buy separately without it.</summary>
/// <param name="Line">The service line it belongs to.</param>
/// <param name="Name">What it is, such as <c>Endpoint protection</c>.</param>
/// <param name="PerUserMonth">What the customer would pay per user and month.</param>
public sealed record StackItem(ServiceLine Line, string Name, UnitPrice PerUserMonth);
