namespace Msp.Billing.EntityFrameworkCore.Tests.Delivery;

public sealed class ReminderDeliveryOnPostgresTests() : ReminderDeliveryTests(Provider.Postgres);
