namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

public sealed class SellerBookOnSqliteTests() : SellerBookTests(Provider.Sqlite);
