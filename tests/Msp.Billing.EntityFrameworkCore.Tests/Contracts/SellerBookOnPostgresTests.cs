namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

public sealed class SellerBookOnPostgresTests() : SellerBookTests(Provider.Postgres);
