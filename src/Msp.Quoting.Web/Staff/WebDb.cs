using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Msp.Quoting.Web.Staff;

/// <summary>The tables of the web tool: who may sign in, and what sellers set. In the billing database, with migrations of their own; as it is, in a SQLite file.</summary>
internal class WebDb : IdentityDbContext<StaffUser, IdentityRole<long>, long>
{
    /// <summary>Creates a context on a file.</summary>
    /// <param name="options">As <see cref="WebDbOptions"/> gives them.</param>
    public WebDb(DbContextOptions<WebDb> options)
        : base(options)
    {
    }

    /// <summary>Creates a context on another database.</summary>
    protected WebDb(DbContextOptions options)
        : base(options)
    {
    }

    /// <summary>Settings of sellers.</summary>
    public DbSet<SellerSettings> Settings => Set<SellerSettings>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<long>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<StaffUser>(user =>
        {
            user.ToTable("staff_user");
            user.Property(one => one.DisplayName).HasMaxLength(120);
            user.Property(one => one.Culture).HasMaxLength(16);
        });
        builder.Entity<IdentityRole<long>>().ToTable("staff_role");
        builder.Entity<IdentityUserRole<long>>().ToTable("staff_user_role");
        builder.Entity<IdentityUserClaim<long>>().ToTable("staff_user_claim");
        builder.Entity<IdentityUserLogin<long>>().ToTable("staff_user_login");
        builder.Entity<IdentityUserToken<long>>().ToTable("staff_user_token");
        builder.Entity<IdentityRoleClaim<long>>().ToTable("staff_role_claim");
        builder.Entity<SellerSettings>(settings =>
        {
            settings.ToTable("seller_settings");
            settings.HasKey(one => one.SellerId);
            settings.Property(one => one.SellerId).ValueGeneratedNever();
            settings.Property(one => one.BrandColor).HasMaxLength(7);
            settings.Property(one => one.LogoType).HasMaxLength(16);
            settings.Property(one => one.Version).IsConcurrencyToken();
        });
    }
}
