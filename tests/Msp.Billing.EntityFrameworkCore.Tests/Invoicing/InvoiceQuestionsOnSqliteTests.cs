namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

public sealed class InvoiceQuestionsOnSqliteTests() : InvoiceQuestionsTests(Provider.Sqlite);
