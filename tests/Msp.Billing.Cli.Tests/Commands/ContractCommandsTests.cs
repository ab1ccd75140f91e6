using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Tests.Commands;

public sealed class ContractCommandsTests : IDisposable
{
    private readonly Shell _shell = WorkedCase.Posted();

    public void Dispose() => _shell.Dispose();

    private static string[] Quantity(string quantity, string day, params string[] more) =>
        ["contract", "amend", "quantity", "C-1001", "1", quantity, "--day", day, "--reason", "joiners and leavers", .. more];

    // The case that everybody should know by heart: 45 users at 150.00, +3 from 17 March, −2 from 24 March.
    // +3 × 150.00 × 15/31 = 217.74, −2 × 150.00 × 8/31 = −77.42, April 46 × 150.00 = 6,900.00: 7,040.32; 19 % of it is 1,337.66
    [Fact]
    public void Changes_within_March_are_billed_with_April()
    {
        _shell.Do(Quantity("48", "2026-03-17"));
        _shell.Do(Quantity("46", "2026-03-24"));
        var totals = _shell.Json("run", "preview", "--through", "2026-04-01").GetProperty("run").GetProperty("totals")[0];
        Assert.Equal((7040.32m, 1337.66m, 8377.98m, 8032.50m, 345.48m), (
            totals.GetProperty("subtotal").GetDecimal(), totals.GetProperty("tax").GetDecimal(), totals.GetProperty("total").GetDecimal(),
            totals.GetProperty("previousTotal").GetDecimal(), totals.GetProperty("difference").GetDecimal()));
        Assert.Equal(345.48m, totals.GetProperty("causes").EnumerateObject().Sum(cause => cause.Value.GetDecimal()));
    }

    // April then bills 48 × 150.00 = 7,200.00 and 217.74 for March, instead of 6,750.00: 667.74 more
    [Fact]
    public void A_dry_run_shows_what_the_next_run_bills_and_changes_nothing()
    {
        var before = File.ReadAllBytes(_shell.Database);
        var shown = _shell.Json(Quantity("48", "2026-03-17", "--dry-run"));
        Assert.True(shown.GetProperty("dryRun").GetBoolean());
        var next = shown.GetProperty("nextRun");
        Assert.Equal(("2026-04-01", 6750.00m, 7417.74m, 667.74m), (
            next.GetProperty("through").GetString(), next.GetProperty("without").GetDecimal(), next.GetProperty("with").GetDecimal(), next.GetProperty("difference").GetDecimal()));
        Assert.Equal([217.74m, 7200.00m], next.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("net").GetDecimal()));
        var text = _shell.Do(Quantity("48", "2026-03-17", "--dry-run"));
        Assert.Contains("Dry run, not recorded: C-1001, amendment 1, from 2026-03-17: line 1: quantity 48", text, StringComparison.Ordinal);
        Assert.Contains("+667.74", text, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_shell.Database));
    }

    [Fact]
    public void An_amendment_is_recorded_with_author_day_and_reason()
    {
        _shell.Do(Quantity("48", "2026-03-17", "--author", "jonas"));
        var shown = _shell.Json("contract", "show", "C-1001", "--on", "2026-03-17");
        var amendment = Assert.Single(shown.GetProperty("amendments").EnumerateArray().ToList());
        Assert.Equal(("2026-03-17", "quantityChanged", "line 1: quantity 48", "jonas", "joiners and leavers"), (
            amendment.GetProperty("day").GetString(), amendment.GetProperty("kind").GetString(), amendment.GetProperty("change").GetString(),
            amendment.GetProperty("author").GetString(), amendment.GetProperty("reason").GetString()));
        Assert.Equal(48m, shown.GetProperty("lines")[0].GetProperty("quantity").GetDecimal());
        Assert.Equal(45m, _shell.Json("contract", "show", "C-1001", "--on", "2026-03-16").GetProperty("lines")[0].GetProperty("quantity").GetDecimal());
        Assert.Equal("2026-03-01", shown.GetProperty("billedThrough").GetString());
        Assert.Contains("Managed user", _shell.Do("contract", "show", "C-1001"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_that_was_set_back_hides_nothing_from_the_next_run()
    {
        _shell.Clock.Now = _shell.Clock.Now.AddDays(-3);
        _shell.Do(Quantity("48", "2026-03-17"));
        _shell.Clock.Now = _shell.Clock.Now.AddDays(30);
        var totals = _shell.Json("run", "preview", "--through", "2026-04-01").GetProperty("run").GetProperty("totals")[0];
        Assert.Equal(7417.74m, totals.GetProperty("subtotal").GetDecimal());
    }

    [Fact]
    public void Every_change_of_lines_and_discounts_is_one_command()
    {
        string[] Amend(string what) => ["contract", "amend", .. what.Split('|'), "--day", "2026-04-01", "--reason", "agreed"];
        _shell.Do(Amend("price|C-1001|1|155"));
        _shell.Do(Amend("add-line|C-1001|firewall|Managed firewall|85|--unit|firewall|--quantity|2"));
        _shell.Do(Amend("add-line|C-1001|setup|Onboarding|900|--unit|flat|--once"));
        _shell.Do(Amend("discount|C-1001|Loyalty|--percent|10|--line|1"));

        // 45 × 155.00 less 10 % = 6,277.50; 2 × 85.00 = 170.00; 900.00 once
        Assert.Equal(7347.50m, _shell.Json("run", "preview", "--through", "2026-04-01").GetProperty("run").GetProperty("totals")[0].GetProperty("subtotal").GetDecimal());
        _shell.Do(Amend("end-discount|C-1001|1"));
        _shell.Do(Amend("remove-line|C-1001|2"));

        // 45 × 155.00 = 6,975.00; 900.00 once
        Assert.Equal(7875.00m, _shell.Json("run", "preview", "--through", "2026-04-01").GetProperty("run").GetProperty("totals")[0].GetProperty("subtotal").GetDecimal());
    }

    [Fact]
    public void The_life_of_a_contract_goes_on_by_dated_moves()
    {
        Assert.Contains("stateDiagram-v2", _shell.Do("contract", "lifecycle"), StringComparison.Ordinal);
        _shell.Do("contract", "amend", "suspend", "C-1001", "--day", "2026-05-01", "--until", "2026-06-01", "--reason", "closed");
        _shell.Do("contract", "amend", "notice", "C-1001", "--day", "2026-08-01", "--reason", "moves away");
        var course = _shell.Json("contract", "lifecycle", "C-1001", "--on", "2026-05-10");
        Assert.Equal("suspended", course.GetProperty("status").GetString());
        Assert.Equal(
            ["2026-03-01 active", "2026-05-01 suspended", "2026-06-01 active", "2026-08-01 noticeGiven", "2026-09-01 ended"],
            course.GetProperty("changes").EnumerateArray().Select(change => $"{change.GetProperty("from").GetString()} {change.GetProperty("status").GetString()}"));
        _shell.Do("contract", "amend", "withdraw-notice", "C-1001", "--day", "2026-08-15", "--reason", "stays");
        Assert.Contains("On 2026-09-10 it can:", _shell.Do("contract", "lifecycle", "C-1001", "--on", "2026-09-10"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_changes_nothing()
    {
        var before = File.ReadAllBytes(_shell.Database);
        Assert.Contains("there is no line number 9", _shell.Refused(1, "contract", "amend", "quantity", "C-1001", "9", "48", "--day", "2026-03-17", "--reason", "x"), StringComparison.Ordinal);
        Assert.Contains("There is no contract 'C-9'", _shell.Refused(1, "contract", "show", "C-9"), StringComparison.Ordinal);
        Assert.Contains(" cannot Resume", _shell.Refused(1, "contract", "amend", "resume", "C-1001", "--day", "2026-04-01", "--reason", "x"), StringComparison.Ordinal);
        Assert.Contains("--reason", _shell.Refused(2, "contract", "amend", "resume", "C-1001", "--day", "2026-04-01"), StringComparison.Ordinal);
        Assert.Contains("'soon' is not a day", _shell.Refused(2, "contract", "amend", "resume", "C-1001", "--day", "soon", "--reason", "x"), StringComparison.Ordinal);
        _shell.Refused(1, Quantity("2.5", "2026-03-17"));
        _shell.Refused(2, "contract", "amend", "discount", "C-1001", "Both", "--percent", "1", "--amount", "1", "--day", "2026-04-01", "--reason", "x");
        Assert.Equal(before, File.ReadAllBytes(_shell.Database));
    }

    [Fact]
    public void A_draft_is_sent_signed_and_billed()
    {
        var draft = new Contract("C-2", "K-1", WorkedCase.Contract("C-2", new ContractLine(1, WorkedCase.ManagedUser, 2)).Terms, new DateTimeOffset(2026, 2, 20, 9, 0, 0, TimeSpan.Zero));
        WorkedCase.Add(_shell, draft);
        _shell.Do("contract", "amend", "send", "C-2", "--day", "2026-02-21", "--reason", "offer accepted");
        _shell.Do("contract", "amend", "sign", "C-2", "--day", "2026-02-25", "--reason", "signed on paper");
        Assert.Equal("active", _shell.Json("contract", "show", "C-2", "--on", "2026-03-01").GetProperty("status").GetString());
    }
}
