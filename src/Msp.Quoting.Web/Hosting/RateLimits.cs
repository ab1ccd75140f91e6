using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Msp.Quoting.Web.Proposals;

namespace Msp.Quoting.Web.Hosting;

/// <summary>How often one person, or one address that has not signed in, may ask for something that costs.</summary>
internal static class RateLimits
{
    /// <summary>Guessing passwords: ten tries, then one every six seconds, for each address.</summary>
    public const string SignIn = nameof(SignIn);

    /// <summary>Links that customers hold: sixty at once, then one a second, for each address.</summary>
    public const string Public = nameof(Public);

    /// <summary>What customers write to us: ten at once, then one a minute, for each address; reading the form is free.</summary>
    public const string Replies = nameof(Replies);

    // A page holds up to three connections to the database, and a thread while it waits for one: more pages at once than this would wait for each other.
    private const int PagesAtOnce = 24;

    private const int PagesWaiting = 1_000;

    /// <summary>
    /// Registers them: a limit on every request that changes something, one on every link, from wherever it is opened (120 at once, then two a second), the named
    /// ones, and one on the pages that are made at the same time; the others wait their turn.
    /// </summary>
    public static void Add(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(10);
            context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => HttpMethods.IsPost(context.Request.Method)
                ? Bucket(context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Address(context), 400, 100, TimeSpan.FromSeconds(10))
                : RateLimitPartition.GetNoLimiter("")),
            PartitionedRateLimiter.Create<HttpContext, string>(context => context.Features.Get<LinkToken>() is { } token
                ? Bucket(token.Mask, 120, 2, TimeSpan.FromSeconds(1))
                : RateLimitPartition.GetNoLimiter("")),
            PartitionedRateLimiter.Create<HttpContext, string>(context => context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null
                ? RateLimitPartition.GetConcurrencyLimiter("pages", _ => new ConcurrencyLimiterOptions { PermitLimit = PagesAtOnce, QueueLimit = PagesWaiting })
                : RateLimitPartition.GetNoLimiter("")));
        options.AddPolicy(SignIn, context => HttpMethods.IsPost(context.Request.Method)
            ? Bucket(Address(context), 10, 1, TimeSpan.FromSeconds(6))
            : RateLimitPartition.GetNoLimiter(""));
        options.AddPolicy(Replies, context => HttpMethods.IsPost(context.Request.Method)
            ? Bucket("reply " + Address(context), 10, 1, TimeSpan.FromMinutes(1))
            : Bucket(Address(context), 60, 1, TimeSpan.FromSeconds(1)));
        options.AddPolicy(Public, context => Bucket(Address(context), 60, 1, TimeSpan.FromSeconds(1)));
    }

    private static RateLimitPartition<string> Bucket(string key, int limit, int each, TimeSpan period) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limit,
            TokensPerPeriod = each,
            ReplenishmentPeriod = period,
            QueueLimit = 0,
        });

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
