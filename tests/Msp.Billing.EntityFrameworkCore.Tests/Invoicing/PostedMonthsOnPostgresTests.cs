namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

public sealed class PostedMonthsOnPostgresTests() : PostedMonthsTests(Provider.Postgres);
