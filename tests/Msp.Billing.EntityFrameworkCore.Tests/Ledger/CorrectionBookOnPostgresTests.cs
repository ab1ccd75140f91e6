namespace Msp.Billing.EntityFrameworkCore.Tests.Ledger;

public sealed class CorrectionBookOnPostgresTests() : CorrectionBookTests(Provider.Postgres);
