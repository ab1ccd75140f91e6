namespace Msp.Billing.EntityFrameworkCore.Tests.Ledger;

public sealed class StatementBookOnPostgresTests() : StatementBookTests(Provider.Postgres);
