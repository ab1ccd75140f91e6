namespace Msp.Billing.EntityFrameworkCore.Tests.Quotes;

public sealed class QuoteAcceptanceOnPostgresTests() : QuoteAcceptanceTests(Provider.Postgres);
