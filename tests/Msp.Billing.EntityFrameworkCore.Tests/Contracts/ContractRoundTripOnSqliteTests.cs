namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

public sealed class ContractRoundTripOnSqliteTests() : ContractRoundTripTests(Provider.Sqlite);
