namespace Msp.Billing.EntityFrameworkCore.Tests.Quotes;

public sealed class QuoteStoreOnPostgresTests() : QuoteStoreTests(Provider.Postgres);
