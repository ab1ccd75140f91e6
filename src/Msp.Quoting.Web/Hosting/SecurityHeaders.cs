namespace Msp.Quoting.Web.Hosting;

/// <summary>What every response tells the browser to refuse. No inline script or style, no handler, no data: image anywhere: tests run with this on.</summary>
internal static class SecurityHeaders
{
    /// <summary>The one Trusted Types policy, which modules that take over server-rendered HTML create.</summary>
    public const string TrustedTypesPolicy = "fragment";

    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; " +
        "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types " + TrustedTypesPolicy;

    /// <summary>Adds them before anything else answers.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        Apply(context.Response);
        // An error page begins with a cleared response, which has lost them.
        context.Response.OnStarting(() =>
        {
            Apply(context.Response);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Apply(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true && headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }
    }
}
