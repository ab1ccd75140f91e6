namespace Msp.Billing.EntityFrameworkCore.Tests.Ledger;

public sealed class CorrectionBookOnSqliteTests() : CorrectionBookTests(Provider.Sqlite);
