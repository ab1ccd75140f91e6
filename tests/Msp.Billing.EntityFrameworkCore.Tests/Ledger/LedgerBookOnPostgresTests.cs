namespace Msp.Billing.EntityFrameworkCore.Tests.Ledger;

public sealed class LedgerBookOnPostgresTests() : LedgerBookTests(Provider.Postgres);
