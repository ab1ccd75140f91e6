namespace Msp.Billing.EntityFrameworkCore.Tests.Runs;

public sealed class RunEngineOnPostgresTests() : RunEngineTests(Provider.Postgres);
