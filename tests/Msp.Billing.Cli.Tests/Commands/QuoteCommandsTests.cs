using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Quotes;

namespace Msp.Billing.Cli.Tests.Commands;

public sealed class QuoteCommandsTests : IDisposable
{
    private readonly Shell _shell = WorkedCase.Posted();

    private readonly AcceptedQuote _accepted;

    public QuoteCommandsTests() => _accepted = AcceptedQuotes.Add(_shell, Receipt);

    private string Receipt => _shell.Path("receipt.json");

    private string Seal => Convert.ToHexStringLower(_accepted.Acceptance.Hash.AsSpan());

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_receipt_that_nobody_touched_is_valid()
    {
        var verified = _shell.Json("quote", "verify", Receipt, "--seal", Seal, "--stored");

        Assert.True(verified.GetProperty("valid").GetBoolean());
        Assert.True(verified.GetProperty("stored").GetBoolean());
        Assert.Equal(("Q-2026-0001", "standard", "Dana Whitfield"), (verified.GetProperty("quote").GetString(), verified.GetProperty("option").GetString(), verified.GetProperty("name").GetString()));
        Assert.StartsWith("Valid: nothing was altered.", _shell.Do("quote", "verify", Receipt), StringComparison.Ordinal);
    }

    [Fact]
    public void A_receipt_that_was_altered_ends_with_code_1_and_the_part()
    {
        File.WriteAllText(Receipt, File.ReadAllText(Receipt).Replace("Dana", "Dan", StringComparison.Ordinal));

        var outcome = _shell.Call("quote", "verify", Receipt);

        Assert.Equal(1, outcome.Code);
        Assert.StartsWith("ALTERED: who accepted, when and from where (signer).", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_seal_is_another_receipt()
    {
        var outcome = _shell.Call("quote", "verify", Receipt, "--seal", new string('0', 64));

        Assert.Equal(1, outcome.Code);
        Assert.Contains("its seal is not the one that was asked for", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_receipt_ends_with_code_3()
    {
        File.WriteAllText(Receipt, "{}");

        Assert.Contains("is no receipt of an acceptance", _shell.Refused(3, "quote", "verify", Receipt), StringComparison.Ordinal);
        Assert.Contains("There is no file", _shell.Refused(3, "quote", "verify", _shell.Path("other.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_broken_when_it_was_approved_is_shown()
    {
        // 45 x 150.00 is 6,750.00 a month, 81,000.00 a year; nobody may send more than 80,000.00.
        var number = AcceptedQuotes.AddApproved(_shell, new Money(80_000m, Currency.Eur));

        var happened = _shell.Json("quote", "show", number).GetProperty("history").EnumerateArray().Last();
        var breach = Assert.Single(happened.GetProperty("breaches").EnumerateArray());
        Assert.Equal(("approve", "amount", "81000.00 EUR", "80000.00 EUR"), (
            happened.GetProperty("action").GetString(), breach.GetProperty("rule").GetString(), breach.GetProperty("actual").GetString(), breach.GetProperty("limit").GetString()));
        var text = _shell.Do("quote", "show", number);
        Assert.Contains("approve by kim at 2026-02-02", text, StringComparison.Ordinal);
        Assert.Contains("  option standard: the term is 81000.00 EUR, more than 80000.00 EUR", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_is_listed_and_shown_with_what_it_costs()
    {
        var row = _shell.Json("quote", "list", "--status", "accepted")[0];
        Assert.Equal(("Q-2026-0001", 6750m, "accepted"), (row.GetProperty("number").GetString(), row.GetProperty("monthly").GetDecimal(), row.GetProperty("status").GetString()));

        var shown = _shell.Json("quote", "show", "Q-2026-0001");
        var option = shown.GetProperty("options")[0];
        Assert.Equal((6750m, 81000m, 8032.50m), (option.GetProperty("monthly").GetDecimal(), option.GetProperty("yearOne").GetDecimal(), option.GetProperty("invoices")[0].GetProperty("total").GetDecimal()));
        Assert.Equal(("C-2026-0001", Seal), (shown.GetProperty("acceptance").GetProperty("contract").GetString(), shown.GetProperty("acceptance").GetProperty("seal").GetString()));
        Assert.Contains("Accepted by Dana Whitfield, Partner", _shell.Do("quote", "show", "Q-2026-0001"), StringComparison.Ordinal);
        Assert.Contains("There is no quote 'Q-1'", _shell.Refused(1, "quote", "show", "Q-1"), StringComparison.Ordinal);
        Assert.Contains("is no status of a quote", _shell.Refused(2, "quote", "list", "--status", "gone"), StringComparison.Ordinal);
    }
}
