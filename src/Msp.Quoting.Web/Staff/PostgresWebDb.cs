using Microsoft.EntityFrameworkCore;

namespace Msp.Quoting.Web.Staff;

/// <summary>The tables of the web tool on a PostgreSQL server, with the keys of its cookies: every program that serves the pages reads the same.</summary>
/// <param name="options">As <see cref="WebDbOptions"/> gives them.</param>
internal sealed class PostgresWebDb(DbContextOptions<PostgresWebDb> options) : WebDb(options)
{
    /// <summary>The keys of cookies and forms.</summary>
    public DbSet<WebKey> Keys => Set<WebKey>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<WebKey>(key =>
        {
            key.ToTable("web_key");
            key.HasKey(one => one.Name);
            key.Property(one => one.Name).HasMaxLength(200);
        });
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(property => property.ClrType == typeof(string)))
        {
            // As in SQLite: ordered by the letters' numbers, whatever languages the server knows.
            property.SetCollation("C");
        }
    }
}
