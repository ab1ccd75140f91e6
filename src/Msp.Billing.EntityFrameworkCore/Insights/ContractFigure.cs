using Msp.Billing.Amounts;
using Msp.Billing.Insights;

namespace Msp.Billing.EntityFrameworkCore.Insights;

/// <summary>The figures of a contract in a month.</summary>
/// <param name="Contract">The contract's number.</param>
/// <param name="Customer">The customer's number.</param>
/// <param name="Name">The customer's name.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Step">How its MRR moved.</param>
/// <param name="Bridge">From its MRR to what was posted.</param>
public sealed record ContractFigure(string Contract, string Customer, string Name, Currency Currency, MrrStep Step, InvoiceBridge Bridge);
