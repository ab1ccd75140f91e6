namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

public sealed class ContractSummariesOnSqliteTests() : ContractSummariesTests(Provider.Sqlite);
