using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Runs;

namespace Msp.Quoting.Web.Tests.Books;

/// <summary>How large a bank's file may be, and what is said when it is larger.</summary>
public sealed class UploadTests
{
    [Fact]
    public async Task A_file_of_several_megabytes_is_taken_and_the_limit_is_named()
    {
        await using var desk = await Desk.Open();
        var text = "account,day,amount,currency,counterparty,reference,remittance\n" + string.Concat(Enumerable.Range(0, 6_000).Select(row => $"IE29AIBK93115212345678,2026-03-30,1.00,EUR,x,L-{row},{new string('x', 450)}\n"));
        Assert.True(text.Length > 3_000_000);
        using var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Contains("6000 new movements", await desk.Upload(StaffRoles.Finance, "/books/bank/import", "Input.File", "long.csv", file), StringComparison.Ordinal);
        Assert.Contains("The file has more than 20 MB", await desk.Read(StaffRoles.Finance, "/books/bank/import?large=true"), StringComparison.Ordinal);
    }

    // 20 bytes of file, and what a form needs beside it.
    [Theory]
    [InlineData("POST", 20, false)]
    [InlineData("POST", 20 + 65_536, false)]
    [InlineData("POST", 21 + 65_536, true)]
    [InlineData("GET", 21 + 65_536, false)]
    public void Larger_than_the_limit_is_not_read_and_the_page_says_so(string method, long length, bool isRefused)
    {
        var http = new DefaultHttpContext { Request = { Method = method, Path = "/books/bank/import", ContentLength = length } };
        var size = new BodySize();
        http.Features.Set<IHttpMaxRequestBodySizeFeature>(size);
        var context = new AuthorizationFilterContext(new ActionContext(http, new RouteData(), new ActionDescriptor()), []);
        new UploadLimitAttribute(20).OnAuthorization(context);

        Assert.Equal(isRefused ? "/books/bank/import?large=true" : null, (context.Result as RedirectResult)?.Url);
        Assert.Equal(method == "GET" ? 7 : isRefused ? null : 20 + 65_536, size.MaxRequestBodySize);
    }

    private sealed class BodySize : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => false;

        public long? MaxRequestBodySize { get; set; } = 7;
    }
}
