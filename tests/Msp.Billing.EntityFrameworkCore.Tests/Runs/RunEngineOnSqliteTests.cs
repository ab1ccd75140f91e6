namespace Msp.Billing.EntityFrameworkCore.Tests.Runs;

public sealed class RunEngineOnSqliteTests() : RunEngineTests(Provider.Sqlite);
