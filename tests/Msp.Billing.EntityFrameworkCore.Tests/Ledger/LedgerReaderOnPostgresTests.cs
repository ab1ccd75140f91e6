namespace Msp.Billing.EntityFrameworkCore.Tests.Ledger;

public sealed class LedgerReaderOnPostgresTests() : LedgerReaderTests(Provider.Postgres);
