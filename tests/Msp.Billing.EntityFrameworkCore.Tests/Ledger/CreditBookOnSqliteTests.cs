namespace Msp.Billing.EntityFrameworkCore.Tests.Ledger;

public sealed class CreditBookOnSqliteTests() : CreditBookTests(Provider.Sqlite);
