using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;

namespace Msp.Billing.Cli.Tests.Commands;

/// <summary>A quote of 45 users at 150.00 EUR that was sent and accepted, with its receipt in a file.</summary>
internal static class AcceptedQuotes
{
    private static readonly DateOnly Day = new(2026, 2, 2);

    private static readonly DateTimeOffset At = new(2026, 2, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>One of twelve months that maria asked for and kim approved, beyond an amount.</summary>
    public static string AddApproved(Shell shell, Money most)
    {
        using var store = BillingStorage.Open(shell.Database);
        var (id, _, _) = new SellerBook(store).All()[0];
        using var customers = new CustomerReader(store, id);
        var customer = customers.All().First().Customer;
        var charge = new Charge("user", "Managed user", BillingUnit.User, Pricing.PerUnit(150m, Currency.Eur));
        var terms = new ContractTerms(Currency.Eur, new DateOnly(2026, 4, 1), new ContractLine(1, charge, 45m)) { Term = new Term(12, 12, 30) };
        var content = new QuoteContent("Managed IT", Day.AddDays(20), [new QuoteOption("standard", "Standard", terms)]);
        var answer = ApprovalCheck.Of(content, new ApprovalRules { MostAmount = most }, customer, new Invoicing.TableTaxCalculator(new SellerBook(store).TaxTableOf(id)));
        var quotes = new QuoteStore(store, id);
        var number = quotes.Create(customer.Number, new QuoteDraft { Title = "Managed IT" }, new QuoteNote(Day, At, "maria"));
        quotes.Move(number, QuoteAction.Submit, new QuoteNote(Day, At, "maria"), approval: answer);
        quotes.Move(number, QuoteAction.Approve, new QuoteNote(Day, At, "kim"), approval: answer);
        return number;
    }

    public static AcceptedQuote Add(Shell shell, string receipt)
    {
        using var store = BillingStorage.Open(shell.Database);
        var (id, _, _) = new SellerBook(store).All()[0];
        using var customers = new CustomerReader(store, id);
        var customer = customers.All().First().Customer;
        var charge = new Charge("user", "Managed user", BillingUnit.User, Pricing.PerUnit(150m, Currency.Eur));
        var content = new QuoteContent("Managed IT", Day.AddDays(20), [new QuoteOption("standard", "Standard", new ContractTerms(Currency.Eur, new DateOnly(2026, 4, 1), new ContractLine(1, charge, 45m)))]);
        var quotes = new QuoteStore(store, id);
        var number = quotes.Create(customer.Number, new QuoteDraft { Title = "Managed IT" }, new QuoteNote(Day, At, "maria"));
        quotes.Send(number, 1, content, ApprovalAnswer.NotNeeded, new QuoteNote(Day, At, "maria"), new Money(6750m, Currency.Eur));
        var token = new QuoteLinks(store, id).Create(number, "Dana Whitfield", "", At.AddDays(30), new QuoteNote(Day, At, "maria"));
        var accepted = new QuoteAcceptances(store, id).Accept(token, new QuoteChoice("standard"), new Signer("Dana Whitfield", "Partner", At.AddDays(1), "203.0.113.7", "Browser"), Day.AddDays(1));
        File.WriteAllText(receipt, AcceptanceReceipt.Write(accepted.Acceptance));
        return accepted;
    }
}
