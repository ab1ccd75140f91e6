namespace Msp.Billing.EntityFrameworkCore.Tests.Insights;

public sealed class InsightStoreOnPostgresTests() : InsightStoreTests(Provider.Postgres);
