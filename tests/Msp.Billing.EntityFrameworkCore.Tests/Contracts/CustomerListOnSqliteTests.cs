namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

public sealed class CustomerListOnSqliteTests() : CustomerListTests(Provider.Sqlite);
