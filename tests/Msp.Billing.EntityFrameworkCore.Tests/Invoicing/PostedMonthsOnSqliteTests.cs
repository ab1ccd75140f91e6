namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

public sealed class PostedMonthsOnSqliteTests() : PostedMonthsTests(Provider.Sqlite);
