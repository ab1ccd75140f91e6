namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

public sealed class ContractReaderOnSqliteTests() : ContractReaderTests(Provider.Sqlite);
