using Msp.Billing.Quotes;

namespace Msp.Quoting.Web.Proposals;

/// <summary>What a customer sees of its acceptance.</summary>
/// <param name="Name">Who accepted.</param>
/// <param name="Role">In which role.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Contract">The contract's number.</param>
/// <param name="Consent">What was declared, in the words that were shown.</param>
/// <param name="Seal">The seal of the receipt, as 64 hexadecimal digits.</param>
public sealed record AcceptedView(string Name, string Role, DateTimeOffset At, string Contract, Consent Consent, string Seal);
