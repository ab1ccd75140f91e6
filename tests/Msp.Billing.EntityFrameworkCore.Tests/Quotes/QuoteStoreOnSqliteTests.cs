namespace Msp.Billing.EntityFrameworkCore.Tests.Quotes;

public sealed class QuoteStoreOnSqliteTests() : QuoteStoreTests(Provider.Sqlite);
