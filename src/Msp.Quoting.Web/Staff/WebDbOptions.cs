using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Msp.Quoting.Web.Staff;

/// <summary>How the tables of the web tool are reached.</summary>
internal static class WebDbOptions
{
    /// <summary>Uses the SQLite file at a path.</summary>
    public static void Use(DbContextOptionsBuilder options, string path) =>
        options.UseSqlite(
            new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ConnectionString,
            sqlite => sqlite.MigrationsHistoryTable("__WebMigrationsHistory"));
}
