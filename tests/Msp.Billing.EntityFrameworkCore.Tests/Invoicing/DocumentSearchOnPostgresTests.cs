namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

public sealed class DocumentSearchOnPostgresTests() : DocumentSearchTests(Provider.Postgres);
