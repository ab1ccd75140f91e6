namespace Msp.Billing.EntityFrameworkCore.Tests.Quotes;

public sealed class QuoteAcceptanceOnSqliteTests() : QuoteAcceptanceTests(Provider.Sqlite);
