namespace Msp.Billing.EntityFrameworkCore.Tests.Ledger;

public sealed class StatementBookOnSqliteTests() : StatementBookTests(Provider.Sqlite);
