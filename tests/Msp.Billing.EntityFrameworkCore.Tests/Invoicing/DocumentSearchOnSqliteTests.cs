namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

public sealed class DocumentSearchOnSqliteTests() : DocumentSearchTests(Provider.Sqlite);
