using Msp.Quoting.Web.Proposals;

namespace Msp.Quoting.Web.Hosting;

/// <summary>What a request passes through, in order.</summary>
internal static class Pipeline
{
    /// <summary>Sets it up.</summary>
    public static void UseQuoting(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseResponseCompression();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ErrorPage.WriteFailure, AllowStatusCode404Response = true });
        app.UseStatusCodePages(ErrorPage.WriteStatus);
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseLinkPaths();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
    }
}
