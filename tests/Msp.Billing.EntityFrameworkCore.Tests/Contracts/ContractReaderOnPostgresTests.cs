namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

public sealed class ContractReaderOnPostgresTests() : ContractReaderTests(Provider.Postgres);
