using System.Collections.Immutable;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;

namespace Msp.Billing.Quotes;

/// <summary>What drafts refer to by code: plans, price books, contracts that can be renewed. What a quote takes is copied.</summary>
/// <param name="Plans">The seller's plans.</param>
/// <param name="Prices">The price books; null where the plans' own prices hold. A book holds for the plans that it has every price of.</param>
/// <param name="Contracts">The contracts that drafts renew; empty where none does.</param>
public sealed record QuoteCatalog(ImmutableArray<Plan> Plans, PriceBooks? Prices = null, ImmutableArray<Contract> Contracts = default);
