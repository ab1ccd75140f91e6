namespace Msp.Billing.EntityFrameworkCore.Tests.Sharing;

public sealed class SharedRunOnSqliteTests() : SharedRunTests(Provider.Sqlite);
