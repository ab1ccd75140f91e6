using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Msp.Billing.Cli.Exporting;
using Msp.Billing.EntityFrameworkCore.Delivery;
using Msp.Quoting.Web.Insights;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Outbox;
using Msp.Quoting.Web.Proposals;
using Msp.Quoting.Web.Quoting;
using Msp.Quoting.Web.Runs;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Hosting;

/// <summary>Everything that pages are given.</summary>
internal static class ServiceRegistration
{
    private const long LargestRequest = 2 * 1024 * 1024;

    /// <summary>Registers it.</summary>
    public static void AddQuoting(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        var services = builder.Services;
        services.AddOptions<DatabaseOptions>().BindConfiguration("Database").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<DatabaseFile>();
        services.AddScoped(provider => WebDbOptions.Create(provider.GetRequiredService<DatabaseFile>().Path, provider));
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentSeller>();
        services.AddScoped<ProposalDesk>();
        services.AddScoped<ProposalMail>();
        services.AddScoped<StaffNames>();
        services.AddScoped<SendDesk>();
        services.AddOptions<OutboxOptions>().BindConfiguration("Outbox");
        services.AddSingleton<IOutbox, MailOutbox>();
        services.AddSingleton<IDocumentLetters, PrintedLetters>();
        services.AddSingleton<IDocumentOutbox, DocumentOutbox>();
        // The line about a request's start has its whole path, and so a customer's link, in it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        services.AddScoped<QuoteCalculator>();
        services.AddScoped<QuoteDesk>();
        services.AddSingleton<IValidateOptions<RunOptions>, RunOptionsCheck>();
        services.AddOptions<RunOptions>().BindConfiguration("Runs").ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<InsightDesk>();
        services.AddSingleton<InsightWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<InsightWorker>());
        services.AddSingleton<RunWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<RunWorker>());
        services.AddSingleton<ClusterWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<ClusterWorker>());
        services.AddScoped<SharedWork>();
        // Each start and stop of its parts is a line otherwise.
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        AddStaff(services);
        AddReading(services);
        services.AddRateLimiter(RateLimits.Add);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "msp.form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddRazorPages(PageAccess.Apply).AddMvcOptions(NumberBinding.Add);
    }

    private static void AddStaff(IServiceCollection services)
    {
        services.AddIdentity<StaffUser, IdentityRole<long>>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.Password.RequiredLength = 12;
                // Length is what protects; rules about letters make people write passwords down (NIST SP 800-63B 3.1.1).
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddEntityFrameworkStores<WebDb>()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddDefaultTokenProviders();
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "msp.staff";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/signin";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddScoped<StaffAccounts>();
        services.AddAuthorization(Policies.Add);
        services.AddDataProtection().SetApplicationName("Msp.Quoting.Web");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>().Configure<DatabaseFile, ILoggerFactory>(
            (keys, file, logs) => keys.XmlRepository = file.IsOnServer
                ? new WebKeys(file.Path)
                : new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(Directory.CreateDirectory(Path.Combine(file.Folder, "keys")), logs));
    }

    private static void AddReading(IServiceCollection services)
    {
        services.AddSingleton<Texts>();
        services.AddScoped<Format>();
        services.Configure<RequestLocalizationOptions>(localization =>
        {
            localization.DefaultRequestCulture = new RequestCulture(Cultures.Default);
            localization.SupportedCultures = [.. Cultures.All.Select(CultureInfo.GetCultureInfo)];
            localization.SupportedUICultures = localization.SupportedCultures;
            localization.RequestCultureProviders =
            [
                new CookieRequestCultureProvider { CookieName = Cultures.Cookie },
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
        services.AddResponseCompression(compression =>
        {
            // Every secret in a body is encrypted anew for each response, so compressing it tells nothing; see docs/web.md.
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<ForwardedHeadersOptions>(forwarded =>
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost);
    }
}
