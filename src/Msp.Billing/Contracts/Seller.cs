using Msp.Billing.Amounts;

namespace Msp.Billing.Contracts;

/// <summary>The legal entity that issues invoices. Everything belongs to one seller.</summary>
/// <param name="Code">Short and unique, such as <c>main</c>; part of every key.</param>
/// <param name="Name">As it is registered.</param>
/// <param name="Country">ISO 3166 two-letter code.</param>
/// <param name="Currency">The currency of its books.</param>
/// <param name="TimeZone">IANA name of the zone in which its service days begin and end, such as <c>Europe/Berlin</c>.</param>
/// <param name="OnePerson">Whether one person may approve their own runs; recorded with each run that used it.</param>
public sealed record Seller(string Code, string Name, string Country, Currency Currency, string TimeZone, bool OnePerson = false);
