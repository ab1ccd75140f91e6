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
