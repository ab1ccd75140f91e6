namespace Msp.Billing.EntityFrameworkCore.Tests.Runs;

public sealed class RunReviewOnPostgresTests() : RunReviewTests(Provider.Postgres);
