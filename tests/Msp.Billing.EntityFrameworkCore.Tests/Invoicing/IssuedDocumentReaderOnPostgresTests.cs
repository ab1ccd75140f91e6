namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

public sealed class IssuedDocumentReaderOnPostgresTests() : IssuedDocumentReaderTests(Provider.Postgres);
