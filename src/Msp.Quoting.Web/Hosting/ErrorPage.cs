using System.Data.Common;
using System.Diagnostics;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Diagnostics;
using Msp.Billing.EntityFrameworkCore;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Proposals;

namespace Msp.Quoting.Web.Hosting;

/// <summary>The page behind every status that is not a success. Needs no database, no session and no layout, so that it is there when they are not.</summary>
internal static class ErrorPage
{
    /// <summary>Answers a request whose handling failed.</summary>
    public static Task WriteFailure(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        context.Response.StatusCode = error switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            StorageException { Fault: StorageFault.Conflict } => StatusCodes.Status409Conflict,
            StorageException { Fault: not StorageFault.Refused } => StatusCodes.Status503ServiceUnavailable,
            not null when IsAway(error) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
        return Write(context);
    }

    /// <summary>Answers a request that ended with a status and no page.</summary>
    public static Task WriteStatus(StatusCodeContext context) => Write(context.HttpContext);

    // Who people are and what they may is asked for by libraries of their own, which say by an error of their own that the database is away.
    private static bool IsAway(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException { IsTransient: true } or StorageException { Fault: StorageFault.Unreachable })
            {
                return true;
            }
        }

        return false;
    }

    private static async Task Write(HttpContext context)
    {
        var texts = context.RequestServices.GetRequiredService<Texts>();
        var isCustomer = context.Request.Path.StartsWithSegments(LinkPaths.Root, StringComparison.OrdinalIgnoreCase);
        var (title, advice) = isCustomer ? CustomerWords(context.Response.StatusCode) ?? Words(context.Response.StatusCode) : Words(context.Response.StatusCode);
        var reference = Activity.Current?.Id ?? context.TraceIdentifier;
        var encode = HtmlEncoder.Default;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "10";
        }

        await context.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="{encode.Encode(texts.Language)}" data-theme="{Theme.Of(context.Request)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{encode.Encode(texts[title])} – Msp.Quoting</title>
            <link rel="stylesheet" href="/css/base.css">
            <link rel="stylesheet" href="/css/site.css">
            <link rel="icon" href="/favicon.svg" type="image/svg+xml">
            </head>
            <body>
            <main id="main" class="plain">
            <section class="card plain-card">
            <p class="plain-code">{context.Response.StatusCode}</p>
            <h1>{encode.Encode(texts[title])}</h1>
            <p>{encode.Encode(texts[advice])}</p>
            {(Link(context, isCustomer) is var (address, words) ? $"<p><a class=\"btn btn-primary\" href=\"{encode.Encode(address)}\">{encode.Encode(texts[words])}</a></p>" : "")}
            <p class="hint">{encode.Encode(texts["Reference"])} {encode.Encode(reference)}</p>
            </section>
            </main>
            </body>
            </html>
            """);
    }

    // What only needs the database back is the same page again; an empty address is the page's own, and has no customer's link in it. A form is not sent twice.
    private static (string Address, string Words)? Link(HttpContext context, bool isCustomer) =>
        context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable && HttpMethods.IsGet(context.Request.Method) ? ("", "Try again")
            : isCustomer ? null : ("/", "Go to the overview");

    // Who holds a link is no member of staff: there is no overview to go to, and nobody to ask but the sender.
    private static (string Title, string Advice)? CustomerWords(int status) => status switch
    {
        StatusCodes.Status404NotFound => ("This link does not lead to a proposal", "Check that the whole address was copied from the mail: some programs cut long ones. If it is complete, the link was taken back. Ask the person who sent it for a new one."),
        StatusCodes.Status400BadRequest => ("The request could not be read", "The page may have been open for too long. Go back, load it again and repeat what you did. Nothing was accepted."),
        StatusCodes.Status500InternalServerError => ("There is a problem with the service", "It is on our side. Nothing was accepted or stored. Try again later; if it happens again, tell the person who sent you the link, with the reference below."),
        _ => null,
    };

    private static (string Title, string Advice) Words(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ("The request could not be read", "The page may have been open for too long. Go back, load it again and repeat what you did."),
        StatusCodes.Status403Forbidden => ("You can't see this page", "Your roles do not include it. Ask an administrator of your organisation if you need it."),
        StatusCodes.Status404NotFound => ("Page not found", "If you typed the address, check it. If you followed a link, what it led to may have been removed."),
        StatusCodes.Status405MethodNotAllowed => ("The request could not be read", "The page may have been open for too long. Go back, load it again and repeat what you did."),
        StatusCodes.Status409Conflict => ("Somebody else was faster", "What you changed was changed by somebody else since you opened it. Nothing of yours was stored. Load the page again and decide again."),
        StatusCodes.Status410Gone => ("This link has expired", "It was valid for a limited time. Ask the person who sent it for a new one."),
        StatusCodes.Status413PayloadTooLarge => ("That was too large", "The file or form is larger than the limit. Nothing was stored."),
        StatusCodes.Status429TooManyRequests => ("Too many requests", "Wait a minute and try again. Nothing was lost."),
        StatusCodes.Status503ServiceUnavailable => ("The service is not available", "The database cannot be reached at the moment. Nothing was stored. Try again in a few minutes."),
        _ => ("There is a problem with the service", "It is on our side. Nothing was stored. Try again later; if it happens again, give the reference below to your administrator."),
    };
}
