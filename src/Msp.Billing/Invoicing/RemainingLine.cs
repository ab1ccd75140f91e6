using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;

namespace Msp.Billing.Invoicing;

/// <summary>What one recurring line would still bill if a contract ran on.</summary>
/// <param name="Line">The contract line.</param>
/// <param name="Days">From the day of leaving to the day up to which it is counted.</param>
/// <param name="Amount">Before tax, each period rounded as its invoice would be; zero or more.</param>
public readonly record struct RemainingLine(ContractLine Line, ServicePeriod Days, Money Amount);
