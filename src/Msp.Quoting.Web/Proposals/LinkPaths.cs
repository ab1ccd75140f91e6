using System.Diagnostics;

namespace Msp.Quoting.Web.Proposals;

/// <summary>The addresses that customers hold, <c>/p/{token}/…</c>: hides the token from whatever writes the path down, and asks robots and caches to stay away.</summary>
internal static class LinkPaths
{
    /// <summary>The first part of the path.</summary>
    public const string Root = "/p";

    /// <summary>Hides tokens. Must stand before routing.</summary>
    public static IApplicationBuilder UseLinkPaths(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments(Root, out var rest) || rest.Value is not { Length: > 1 } path)
        {
            return next(context);
        }

        var end = path.IndexOf('/', 1);
        var token = new LinkToken(end < 0 ? path[1..] : path[1..end]);
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        context.Response.Headers.CacheControl = "no-store";
        if (end < 0 && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            // With a slash at the end the pages can link to each other relatively, so that no body has the token in it.
            context.Response.Redirect(Root + "/" + Uri.EscapeDataString(token.Value) + "/" + request.QueryString, permanent: false, preserveMethod: true);
            request.Path = Root + "/" + token.Mask;
            return Task.CompletedTask;
        }

        context.Features.Set(token);
        request.Path = Root + "/" + token.Mask + (end < 0 ? "" : path[end..]);
        Activity.Current?.SetTag("url.path", request.Path.Value);
        return next(context);
    });

    /// <summary>The link to give to a customer.</summary>
    /// <param name="request">A request to this server, as its users see it.</param>
    /// <param name="token">The token.</param>
    public static string AddressOf(HttpRequest request, string token)
    {
        ArgumentNullException.ThrowIfNull(request);
        return $"{request.Scheme}://{request.Host}{request.PathBase}{Root}/{token}";
    }
}
