namespace Msp.Billing.EntityFrameworkCore.Tests.Auditing;

public sealed class AuditLogOnPostgresTests() : AuditLogTests(Provider.Postgres);
