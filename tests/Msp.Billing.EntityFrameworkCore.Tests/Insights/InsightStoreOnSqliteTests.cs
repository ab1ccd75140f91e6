namespace Msp.Billing.EntityFrameworkCore.Tests.Insights;

public sealed class InsightStoreOnSqliteTests() : InsightStoreTests(Provider.Sqlite);
