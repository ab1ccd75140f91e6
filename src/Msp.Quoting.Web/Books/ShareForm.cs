using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Ledger;

namespace Msp.Quoting.Web.Books;

/// <summary>The part of a form that applies an amount.</summary>
/// <param name="Entry">What is chosen.</param>
/// <param name="Open">What the customer owes, the oldest first.</param>
/// <param name="MayKeep">Whether it may be applied to nothing.</param>
/// <param name="Currency">The currency that is applied; what is open in others cannot be chosen. Null while it is not known.</param>
/// <param name="Today">Today.</param>
internal sealed record ShareForm(ShareEntry Entry, IReadOnlyList<SettlementItem> Open, bool MayKeep, Currency? Currency, DateOnly Today);
