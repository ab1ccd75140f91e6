using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Msp.Quoting.Web.Hosting;

/// <summary>Lets a page take a file of so many bytes; a larger one is not read, and the page is asked to say so (<c>?large=true</c>).</summary>
/// <remarks>It stands before the form is read, which is when antiforgery looks for its token. What the form carries is kept on disk, not in memory, once it is large.</remarks>
/// <param name="bytes">The most bytes of the file.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadLimitAttribute(long bytes) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    private const long Form = 64 * 1024;

    /// <summary>The most bytes of the file.</summary>
    public long Bytes => bytes;

    /// <inheritdoc/>
    public int Order => 900;

    /// <inheritdoc/>
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            return;
        }

        var isLarge = request.ContentLength > bytes + Form;
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // What is refused is thrown away as it comes, so that a browser that still sends hears the answer.
            size.MaxRequestBodySize = isLarge ? null : bytes + Form;
        }

        if (isLarge)
        {
            context.Result = new RedirectResult(request.Path + "?large=true");
        }
    }
}
