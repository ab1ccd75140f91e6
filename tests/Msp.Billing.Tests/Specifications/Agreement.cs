namespace Msp.Billing.Tests.Specifications;

/// <summary>Something to ask about.</summary>
internal sealed record Agreement(string? Customer, DateOnly End, int Users, Agreement? Parent = null);
