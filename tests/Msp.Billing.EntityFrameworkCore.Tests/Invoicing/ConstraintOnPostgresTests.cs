namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

public sealed class ConstraintOnPostgresTests() : ConstraintTests(Provider.Postgres);
