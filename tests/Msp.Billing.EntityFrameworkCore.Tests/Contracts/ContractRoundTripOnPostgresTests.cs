namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

public sealed class ContractRoundTripOnPostgresTests() : ContractRoundTripTests(Provider.Postgres);
