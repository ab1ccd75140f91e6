namespace Msp.Billing.EntityFrameworkCore.Tests.Runs;

public sealed class ForecastOnSqliteTests() : ForecastTests(Provider.Sqlite);
