using System.Net;
using Microsoft.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Tests.Postgres;
using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Hosting;
using Msp.Quoting.Web.Tests.Pages;
using Msp.Quoting.Web.Tests.Proposals;

namespace Msp.Quoting.Web.Tests.Postgres;

/// <summary>The tool on a PostgreSQL server: from the first page to a signed proposal. Runs and books have their tests where they are tested on a file.</summary>
public sealed class ServerTests(ServerSite server) : IClassFixture<ServerSite>
{
    public static TheoryData<string> Pages => [.. PageList.SignedIn];

    [Fact]
    public void The_model_and_the_migrations_say_the_same()
    {
        using var onServer = WebDbOptions.Create("Host=localhost;Database=unused");
        using var inFile = WebDbOptions.Create("unused.db");

        Assert.False(onServer.Database.HasPendingModelChanges());
        Assert.False(inFile.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_new_database_is_set_up_with_sample_data_and_who_signed_in_is_known_to_every_program_on_it()
    {
        var database = PostgresServer.Shared.NoDatabase();
        await using var one = new WebHost { OnServer = database };
        await using var other = new WebHost { OnServer = database };
        one.StartServer();
        other.StartServer();
        using var person = new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true };
        using var client = new HttpClient(person);
        var form = await client.GetStringAsync(new Uri(one.Address, "setup"));
        using var entry = new FormUrlEncodedContent([
            new("Input.UseSample", "true"), new("Input.Name", "Ada Byrne"), new("Input.Email", "ada@northwind.example"), new("Input.Password", Site.Password),
            new("__RequestVerificationToken", Site.TokenOf(form))]);
        using var made = await client.PostAsync(new Uri(one.Address, "setup"), entry);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);

        foreach (var host in (WebHost[])[one, other])
        {
            // Cookies are good for every port of a machine.
            Assert.Contains("Northwind Managed IT Ltd", await client.GetStringAsync(host.Address), StringComparison.Ordinal);
        }

        using var again = await client.GetAsync(new Uri(other.Address, "setup"));
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_answers(string path)
    {
        using var client = await (await server.Open()).Client("all");
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_quote_is_written_on_the_pages() =>
        await new FirstQuoteTests(await server.Open()).A_person_who_has_never_seen_it_quotes_an_office_in_two_screens_and_four_numbers(1440, scripts: false);

    [Fact]
    public async Task A_customer_accepts_its_proposal() =>
        await new AcceptingTests(await server.Open()).A_customer_chooses_another_plan_checks_it_and_accepts(runsScripts: false);
}
