namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

public sealed class IssuedDocumentReaderOnSqliteTests() : IssuedDocumentReaderTests(Provider.Sqlite);
