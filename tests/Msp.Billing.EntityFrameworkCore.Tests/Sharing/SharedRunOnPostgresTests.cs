namespace Msp.Billing.EntityFrameworkCore.Tests.Sharing;

public sealed class SharedRunOnPostgresTests() : SharedRunTests(Provider.Postgres);
