namespace Msp.Billing.EntityFrameworkCore.Tests.Ledger;

public sealed class LedgerReaderOnSqliteTests() : LedgerReaderTests(Provider.Sqlite);
