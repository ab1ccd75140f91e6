using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;

namespace Msp.Billing.Cli.Tests.Commands;

public sealed class QuoteCommandsTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 2, 2);

    private static readonly DateTimeOffset At = new(2026, 2, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly Shell _shell = WorkedCase.Posted();

    private readonly AcceptedQuote _accepted;

    public QuoteCommandsTests()
    {
        using var store = BillingStorage.Open(_shell.Database);
        var (id, _, _) = new SellerBook(store).All()[0];
        using var customers = new CustomerReader(store, id);
        var customer = customers.All().First().Customer;
        var charge = new Charge("user", "Managed user", BillingUnit.User, Pricing.PerUnit(150m, Currency.Eur));
        var content = new QuoteContent("Managed IT", Day.AddDays(20), [new QuoteOption("standard", "Standard", new ContractTerms(Currency.Eur, new DateOnly(2026, 4, 1), new ContractLine(1, charge, 45m)))]);
        var quotes = new QuoteStore(store, id);
        var number = quotes.Create(customer.Number, new QuoteDraft { Title = "Managed IT" }, new QuoteNote(Day, At, "maria"));
        quotes.Send(number, 1, content, ApprovalAnswer.NotNeeded, new QuoteNote(Day, At, "maria"), new Money(6750m, Currency.Eur));
        var token = new QuoteLinks(store, id).Create(number, "Dana Whitfield", "", At.AddDays(30), new QuoteNote(Day, At, "maria"));
        _accepted = new QuoteAcceptances(store, id).Accept(token, new QuoteChoice("standard"), new Signer("Dana Whitfield", "Partner", At.AddDays(1), "203.0.113.7", "Browser"), Day.AddDays(1));
        File.WriteAllText(Receipt, AcceptanceReceipt.Write(_accepted.Acceptance));
    }

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
