using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Books;

/// <summary>Who sees the books, and who writes them.</summary>
public sealed class BookAccessTests(Site site)
{
    [Theory]
    [InlineData(StaffRoles.Sales, 403, 403)]
    [InlineData(StaffRoles.SalesManager, 403, 403)]
    [InlineData(StaffRoles.Auditor, 200, 403)]
    [InlineData(StaffRoles.Admin, 200, 403)]
    [InlineData(StaffRoles.Finance, 200, 200)]
    [InlineData(StaffRoles.FinanceApprover, 200, 200)]
    public async Task Finance_writes_the_books_auditors_and_administrators_read_them_and_sales_sees_none(string role, int reads, int writes)
    {
        using var client = await site.Client(role);
        foreach (var path in (string[])["/books", "/books/payments", "/books/bank", "/books/ageing", "/books/customers/K-1001", "/books/reminders", "/books/ledger", "/books/tie", "/books/deferred", "/books/close", "/books/settings"])
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True(reads == (int)response.StatusCode, $"{path} answered {response.StatusCode} to {role}");
        }

        foreach (var path in (string[])["/books/payments/new", "/books/payments/refund?customer=K-1001", "/books/bank/import"])
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(writes, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        using var client = await site.Client(StaffRoles.Finance);
        foreach (var path in (string[])["/books/payments/PAY-9999999", "/books/customers/K-0", "/books/bank/99999", "/books/account?role=Bank&code=1000&currency=nope"])
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(404, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task The_journal_is_downloaded_for_other_programs()
    {
        using var client = await site.Client(StaffRoles.Auditor);
        Assert.Contains("Assets:Receivable:1200", await client.GetStringAsync(new Uri("/books/ledger?handler=Journal&format=Hledger", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("open Assets:Receivable:1200", await client.GetStringAsync(new Uri("/books/ledger?handler=Journal&format=Beancount", UriKind.Relative)), StringComparison.Ordinal);
    }
}
