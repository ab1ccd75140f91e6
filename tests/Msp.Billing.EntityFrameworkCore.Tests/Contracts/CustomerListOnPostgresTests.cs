namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

public sealed class CustomerListOnPostgresTests() : CustomerListTests(Provider.Postgres);
