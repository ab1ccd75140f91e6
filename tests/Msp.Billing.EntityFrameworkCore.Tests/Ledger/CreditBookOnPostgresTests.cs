namespace Msp.Billing.EntityFrameworkCore.Tests.Ledger;

public sealed class CreditBookOnPostgresTests() : CreditBookTests(Provider.Postgres);
