using System.Text.Json;

namespace Msp.Billing.Cli.Tests.Commands;

/// <summary>Changes that take more than a figure: a whole price, a whole line, another plan.</summary>
public sealed class AmendFilesTests : IDisposable
{
    private const string Level = """
        "level": {"name": "Standard", "response_minutes": {"critical": 60, "high": 120, "normal": 480, "low": 960}, "cover": "business-hours", "onboarding": "Two weeks", "incident_handling": "By phone", "notice_days": 30, "termination": "None"}
        """;

    private readonly Shell _shell = WorkedCase.Posted();

    public void Dispose() => _shell.Dispose();

    // 45 users of which 25 at 150.00 and 20 at 120.00: 3,750.00 + 2,400.00 = 6,150.00, 600.00 less than 45 × 150.00.
    // All 45 at 130.00: 5,850.00. In blocks of 10 at 1,400.00: 5 begun blocks, 7,000.00.
    [Theory]
    [InlineData("""{"model": "graduated", "steps": [{"up_to": 25, "price": 150}, {"price": 120}]}""", 6150.00, "line 1: price to 25: 150, beyond: 120 (graduated)")]
    [InlineData("""{"model": "volume", "steps": [{"up_to": 40, "price": 150}, {"price": 130}]}""", 5850.00, "line 1: price to 40: 150, beyond: 130 (volume)")]
    [InlineData("""{"model": "package", "price": 1400, "block_size": 10}""", 7000.00, "line 1: price 1,400 for 10 (package)")]
    public void A_price_in_steps_or_blocks_comes_from_a_file(string pricing, double april, string words)
    {
        var report = _shell.Json("contract", "amend", "price", "C-1001", "1", "--file", Write("price.json", pricing), "--day", "2026-04-01", "--reason", "new prices");

        Assert.Equal((decimal)april, report.GetProperty("nextRun").GetProperty("with").GetDecimal());
        Assert.Equal(words, report.GetProperty("amendments")[0].GetProperty("change").GetString());
        Assert.Equal((decimal)april, Previewed("2026-04-01"));
    }

    // Backup for 200 GB of which 50 are included, at 0.40: 60.00. One-off set-up: 250.00. With the users' 6,750.00: 7,060.00
    [Fact]
    public void Lines_come_from_a_file_and_take_the_next_numbers()
    {
        var file = Write("lines.json", """
            [
              {"charge": "backup", "name": "Backup storage", "unit": "gb", "quantity": 200, "pricing": {"model": "per-unit", "price": 0.40, "included": 50}},
              {"line": 7, "charge": "set-up", "name": "Set-up", "quantity": 1, "unit": "flat", "timing": "once", "pricing": {"model": "flat", "price": 250}}
            ]
            """);

        _shell.Do("contract", "amend", "add-line", "C-1001", "--file", file, "--day", "2026-04-01", "--reason", "backup ordered");

        var lines = _shell.Json("contract", "show", "C-1001", "--on", "2026-04-01").GetProperty("lines");
        Assert.Equal([1, 2, 7], lines.EnumerateArray().Select(line => line.GetProperty("id").GetInt32()));
        Assert.Equal(50m, lines[1].GetProperty("pricing").GetProperty("included").GetDecimal());
        Assert.Equal(7060.00m, Previewed("2026-04-01"));
    }

    [Fact]
    public void A_bad_file_names_everything_that_is_wrong_and_nothing_is_recorded()
    {
        var before = File.ReadAllBytes(_shell.Database);
        var line = _shell.Refused(
            3, "contract", "amend", "add-line", "C-1001", "--day", "2026-04-01", "--reason", "x", "--file",
            Write("line.json", """{"charge": "backup", "name": "Backup", "unit": "gbs", "quantity": -1, "site": "HQ", "pricing": {"model": "per-unit"}}"""));
        Assert.Contains("line.unit: 'gbs'", line, StringComparison.Ordinal);
        Assert.Contains("line.quantity: -1 is negative", line, StringComparison.Ordinal);
        Assert.Contains("line.pricing.price: is missing", line, StringComparison.Ordinal);
        Assert.Contains("Nothing was recorded.", line, StringComparison.Ordinal);
        string[] price = ["contract", "amend", "price", "C-1001", "1", "--day", "2026-04-01", "--reason", "x"];
        Assert.Contains("is no JSON", _shell.Refused(3, [.. price, "--file", Write("broken.json", "{\"model\": ")]), StringComparison.Ordinal);
        Assert.Contains("there is no such file", _shell.Refused(3, [.. price, "--file", _shell.Path("nowhere.json")]), StringComparison.Ordinal);
        Assert.Contains("either a figure or --file", _shell.Refused(2, price), StringComparison.Ordinal);
        Assert.Contains("needs its charge, name and price, or --file", _shell.Refused(2, "contract", "amend", "add-line", "C-1001", "x", "--day", "2026-04-01", "--reason", "x"), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_shell.Database));
    }

    // The plan: 45 users at 165.00 = 7,425.00 and a platform fee of 200.00: 7,625.00
    [Fact]
    public void A_plan_of_the_catalogue_takes_over_the_quantities_of_what_ends()
    {
        ImportPlan();

        var report = Plan("managed-premium", "--remove", "1");

        Assert.Equal("plan managed-premium: lines 1 give way to 2, 3", report.GetProperty("amendments")[0].GetProperty("change").GetString());
        Assert.Equal(7625.00m, Previewed("2026-04-01"));
        Assert.Equal("managed-premium", _shell.Json("contract", "show", "C-1001", "--on", "2026-04-01").GetProperty("plan").GetString());

        // The second change finds the old plan's lines by itself: 50 users at 165.00 and 200.00 are 8,450.00.
        Assert.Equal("plan managed-premium: lines 2, 3 give way to 4, 5", Plan("managed-premium", "--quantity", "managed-user=50").GetProperty("amendments")[0].GetProperty("change").GetString());
        Assert.Equal(8450.00m, Previewed("2026-04-01"));
    }

    [Fact]
    public void What_a_plan_change_lacks_is_asked_for()
    {
        ImportPlan();
        string[] plan = ["contract", "amend", "plan", "C-1001", "managed-premium", "--day", "2026-04-01", "--reason", "upgrade"];
        Assert.Contains("Which lines end? Contract C-1001 has no plan; name them with --remove. It has 1 (managed-user).", _shell.Refused(2, plan), StringComparison.Ordinal);
        Assert.Contains("'users' is not a charge and its count", _shell.Refused(2, [.. plan, "--remove", "1", "--quantity", "users"]), StringComparison.Ordinal);
        Assert.Contains("has no charge 'users'", _shell.Refused(1, [.. plan, "--remove", "1", "--quantity", "users=3"]), StringComparison.Ordinal);
        Assert.Contains("there is no line number 9", _shell.Refused(1, [.. plan, "--remove", "9", "--quantity", "managed-user=3"]), StringComparison.Ordinal);
        Assert.Contains("Did you mean 'managed-premium'?", _shell.Refused(1, "contract", "amend", "plan", "C-1001", "managed-premum", "--remove", "1", "--day", "2026-04-01", "--reason", "x"), StringComparison.Ordinal);
    }

    // 121.3 / 117.8 is 2.9711 % more: 150.00 becomes 154.456650, and 10 users 1,544.57. 45 users of the other contract stay at 6,750.00.
    [Fact]
    public void A_published_index_raises_the_price()
    {
        WorkedCase.Add(_shell, WorkedCase.ByIndex("C-5"));

        var report = _shell.Json("contract", "amend", "index", "C-5", "117.8", "121.3", "--day", "2026-04-01", "--reason", "consumer prices of February");

        Assert.Equal("index 117.8 to 121.3: prices 2.9711 %", report.GetProperty("amendments")[0].GetProperty("change").GetString());
        var april = report.GetProperty("nextRun").GetProperty("lines").EnumerateArray().Single(line => line.GetProperty("from").GetString() == "2026-04-01");
        Assert.Equal(1544.57m, april.GetProperty("net").GetDecimal());
        Assert.Contains("by the published index, at least 2 %, at most 5 %", _shell.Do("contract", "show", "C-5"), StringComparison.Ordinal);
    }

    [Fact]
    public void Show_prints_what_is_agreed()
    {
        var file = Write("contracts.json", """
            {"contracts": [{"contract": "C-9", "customer": "K-1", "currency": "EUR", "start": "2026-03-01",
              "term": {"months": 36, "renewal_months": 12, "notice_days": 90, "early_termination": {"kind": "remaining-share", "percent": 50}},
              "uplift": {"kind": "yearly", "percent": 3, "on": "01-01", "not_before": "2028-01-01", "notice_days": 60},
              "discounts": [{"name": "Three-year term", "percent": 5}],
              "lines": [{"line": 1, "charge": "seat", "name": "Seats", "unit": "licence", "quantity": 30, "committed": 25, "decrease": "at-renewal", "never_uplifted": true,
                "pricing": {"model": "volume", "steps": [{"up_to": 25, "price": 12}, {"price": 11.5}]}, "discounts": [{"name": "Start", "amount": 20, "first_periods": 3}]}]}]}
            """);
        _shell.Do("import", "contracts", file);
        _shell.Do("contract", "amend", "end-discount", "C-9", "1", "--day", "2027-03-01", "--reason", "agreed");

        var text = _shell.Do("contract", "show", "C-9", "--on", "2026-03-01");

        foreach (var words in (string[])[
            "Term: 36 months, then 12 more each time, 90 days' notice, next by 2028-11-30; leaving early costs 50 % of what remains",
            "Prices rise by 3 % every year on 01-01, not before 2028-01-01, told 60 days before", "to 25: 12, beyond: 11.5", "price does not rise, less at renewal",
            "Three-year term", "5 %", "2027-03-01", "first 3 periods"])
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        var shown = _shell.Json("contract", "show", "C-9", "--on", "2026-03-01");
        Assert.Equal(("yearly", "01-01", "2028-01-01"), (
            shown.GetProperty("uplift").GetProperty("kind").GetString(), shown.GetProperty("uplift").GetProperty("on").GetString(),
            shown.GetProperty("uplift").GetProperty("notBefore").GetString()));
        Assert.Equal(25m, shown.GetProperty("lines")[0].GetProperty("committed").GetDecimal());
        Assert.Equal(["2027-03-01", null], shown.GetProperty("discounts").EnumerateArray().Select(discount => discount.GetProperty("until").GetString()));
    }

    private void ImportPlan() => _shell.Do("import", "catalog", Write("catalog.json", $$$"""
        {"services": [{"service": "users", "name": "Managed users", "line": "helpdesk", "unit": "user"}],
         "plans": [{"plan": "managed-premium", "name": "Premium", "currency": "EUR", "tier": "premium", "lines": ["helpdesk"], {{{Level}}}, "charges": [
           {"charge": "platform", "name": "Platform", "unit": "flat", "pricing": {"model": "flat", "price": 200}},
           {"charge": "managed-user", "name": "Managed user, premium", "unit": "user", "pricing": {"model": "per-unit", "price": 165}}]}]}
        """));

    private JsonElement Plan(string plan, params string[] options) =>
        _shell.Json(["contract", "amend", "plan", "C-1001", plan, "--day", "2026-04-01", "--reason", "upgrade", .. options]);

    private decimal Previewed(string through) =>
        _shell.Json("run", "preview", "--through", through).GetProperty("run").GetProperty("totals")[0].GetProperty("subtotal").GetDecimal();

    private string Write(string name, string content)
    {
        File.WriteAllText(_shell.Path(name), content);
        return _shell.Path(name);
    }
}
