namespace Msp.Billing.EntityFrameworkCore.Tests;

/// <summary>A database that everything is tested on.</summary>
internal enum Provider
{
    Sqlite = 1,
    Postgres = 2,
}
