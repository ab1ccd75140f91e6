namespace Msp.Billing.EntityFrameworkCore.Tests.Delivery;

public sealed class ReminderDeliveryOnSqliteTests() : ReminderDeliveryTests(Provider.Sqlite);
