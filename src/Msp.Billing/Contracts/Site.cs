namespace Msp.Billing.Contracts;

/// <summary>A location of a customer.</summary>
/// <param name="Code">Unique for the customer, such as <c>HQ</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Address">As it is printed; empty when unknown.</param>
public sealed record Site(string Code, string Name, string Address = "");
