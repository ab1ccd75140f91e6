namespace Msp.Billing.EntityFrameworkCore.Tests.Runs;

public sealed class ForecastOnPostgresTests() : ForecastTests(Provider.Postgres);
