namespace Msp.Billing.EntityFrameworkCore.Tests.Auditing;

public sealed class AuditLogOnSqliteTests() : AuditLogTests(Provider.Sqlite);
