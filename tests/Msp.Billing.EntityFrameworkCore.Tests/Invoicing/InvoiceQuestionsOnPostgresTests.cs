namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

public sealed class InvoiceQuestionsOnPostgresTests() : InvoiceQuestionsTests(Provider.Postgres);
