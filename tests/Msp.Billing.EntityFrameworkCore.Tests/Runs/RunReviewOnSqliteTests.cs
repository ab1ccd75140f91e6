namespace Msp.Billing.EntityFrameworkCore.Tests.Runs;

public sealed class RunReviewOnSqliteTests() : RunReviewTests(Provider.Sqlite);
