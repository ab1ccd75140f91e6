namespace Msp.Billing.Cli.Tests.Commands;

public sealed class InvoiceCommandsTests : IDisposable
{
    private const string Number = "INV-2026-0000001";

    private readonly Shell _shell = WorkedCase.Posted();

    public void Dispose() => _shell.Dispose();

    // 45 × 150.00 = 6,750.00; 19 % of it is 1,282.50
    [Fact]
    public void What_was_posted_is_listed_shown_and_verified()
    {
        var row = Assert.Single(_shell.Json("invoice", "list", "--run", "RUN-0001", "--customer", "K-1").EnumerateArray().ToList());
        Assert.Equal((Number, "EUR", 6750.00m, 1282.50m, 8032.50m), (
            row.GetProperty("number").GetString(), row.GetProperty("currency").GetString(), row.GetProperty("subtotal").GetDecimal(),
            row.GetProperty("tax").GetDecimal(), row.GetProperty("total").GetDecimal()));
        var line = Assert.Single(_shell.Json("invoice", "show", Number).GetProperty("lines").EnumerateArray().ToList());
        Assert.Equal((45m, 150m, 6750.00m), (line.GetProperty("quantity").GetDecimal(), line.GetProperty("unitPrice").GetDecimal(), line.GetProperty("net").GetDecimal()));
        Assert.Contains("Nothing was changed. Series checked: INV-2026.", _shell.Do("invoice", "verify"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_is_explained_in_the_readers_language()
    {
        Assert.Contains("45 × 150.00 EUR = 6,750.00 EUR", _shell.Do("invoice", "show", Number, "--explain"), StringComparison.Ordinal);
        Assert.Contains("45 × 150,00 EUR = 6.750,00 EUR", _shell.Do("invoice", "show", Number, "--explain", "--culture", "de-DE"), StringComparison.Ordinal);
        Assert.Contains("write one such as de-DE", _shell.Call("invoice", "show", Number, "--explain", "--culture", "nowhere-at-all").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_is_not_there_is_refused() =>
        Assert.Contains("There is no document 'INV-1'", _shell.Refused(1, "invoice", "show", "INV-1"), StringComparison.Ordinal);

    // 45 × 150.00 and 19 % = 8,032.50
    [Fact]
    public void One_person_proposes_a_correction_and_another_issues_it()
    {
        Assert.Contains("8032.50 EUR of INV-2026-0000001 would be given back.", _shell.Do("invoice", "credit", Number, "--reason", "wrong customer", "--dry-run"), StringComparison.Ordinal);
        Assert.Contains("No correction waits", _shell.Do("invoice", "correction", "list", "--waiting"), StringComparison.Ordinal);
        Assert.Contains("Correction 1 is proposed", _shell.Do("invoice", "credit", Number, "--reason", "wrong customer"), StringComparison.Ordinal);
        Assert.Contains("waits for a decision", _shell.Refused(1, "invoice", "write-off", Number, "--reason", "insolvent"), StringComparison.Ordinal);
        Assert.Contains("a second person must", _shell.Refused(1, "invoice", "correction", "issue", "1"), StringComparison.Ordinal);
        Assert.Single(_shell.Json("invoice", "list").EnumerateArray());
        var issued = _shell.Json("invoice", "correction", "issue", "1", "--author", "jonas");
        Assert.Equal(("issued", 8032.50m, "maria", "jonas", "CN-2026-0000001"), (
            issued.GetProperty("state").GetString(), issued.GetProperty("given").GetDecimal(), issued.GetProperty("proposedBy").GetString(), issued.GetProperty("decidedBy").GetString(),
            issued.GetProperty("creditNote").GetString()));
        Assert.Contains("was decided already", _shell.Refused(1, "invoice", "correction", "issue", "1", "--author", "jonas"), StringComparison.Ordinal);
        Assert.Contains("There is no correction 7", _shell.Refused(1, "invoice", "correction", "decline", "7", "--reason", "x"), StringComparison.Ordinal);
        Assert.Equal(2, _shell.Json("invoice", "list").GetArrayLength());
    }

    [Fact]
    public void Where_the_seller_is_one_person_a_write_off_is_done_at_once_and_recorded_as_such()
    {
        _shell.Do("init", "--one-person");
        Assert.Equal("8032.50 EUR of INV-2026-0000001 given up.", _shell.Do("invoice", "write-off", Number, "--reason", "insolvent").Trim());
        Assert.Contains("\"onePerson\":true", _shell.Do("audit", "--action", "correction-issued", "--json").Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("insolvent", _shell.Do("invoice", "correction", "list"), StringComparison.Ordinal);
    }

    // April and May, 45 × 150.00 each
    [Fact]
    public void The_coming_months_are_forecast()
    {
        var months = _shell.Json("forecast", "C-1001", "--months", "2").EnumerateArray().ToList();
        Assert.Equal(["2026-04-01", "2026-05-01"], months.Select(month => month.GetProperty("through").GetString()));
        Assert.All(months, month => Assert.Equal(6750.00m, month.GetProperty("subtotal").GetDecimal()));
        _shell.Refused(2, "forecast", "C-1001", "--months", "0");
        _shell.Refused(2, "forecast", "C-1001", "--from", "1.4.2026");
    }
}
