using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Importing;

/// <summary>A customer of a file with what its documents need.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Details">What documents need beside it.</param>
internal sealed record ImportedCustomer(Customer Customer, CustomerDetails Details);
