namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

public sealed class ConstraintOnSqliteTests() : ConstraintTests(Provider.Sqlite);
