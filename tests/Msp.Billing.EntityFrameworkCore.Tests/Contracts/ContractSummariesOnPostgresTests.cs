namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

public sealed class ContractSummariesOnPostgresTests() : ContractSummariesTests(Provider.Postgres);
