using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Invoicing;
using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Tests.Quotes;

public abstract class QuoteAcceptanceTests
{
    private static readonly QuoteChoice Choice = new("standard", new ChosenItem("backup", 7m));
    private readonly Provider _provider;

    private protected QuoteAcceptanceTests(Provider provider) => _provider = provider;

    [Fact]
    public void A_link_opens_its_revision_until_it_expires_or_is_revoked()
    {
        using var offers = new Offers(_provider);
        var (number, token) = offers.Sent();

        Assert.Equal(QuoteStatus.Viewed, offers.Links.Open(token, Offers.At(1), Offers.Day.AddDays(1))?.Status);
        Assert.Null(offers.Links.Open(token[..42] + "A" + "B", Offers.At(1), Offers.Day.AddDays(1)));
        Assert.False(offers.Links.Find(token, Offers.At(60), Offers.Day.AddDays(60))?.IsOpen);
        offers.Links.Revoke(number, Assert.Single(offers.Links.Of(number)).Id, Offers.On(2));
        Assert.False(offers.Links.Open(token, Offers.At(3), Offers.Day.AddDays(3))?.IsOpen);
        Assert.Throws<StorageException>(() => offers.Acceptances.Accept(token, Choice, Offers.Dana(3), Offers.Day.AddDays(3)));
    }

    [Fact]
    public void Openings_are_noted_once_an_hour_and_questions_always()
    {
        using var offers = new Offers(_provider);
        var (number, token) = offers.Sent();
        offers.Links.Open(token, Offers.At(1), Offers.Day.AddDays(1));
        offers.Links.Open(token, Offers.At(1).AddMinutes(5), Offers.Day.AddDays(1));
        offers.Links.Open(token, Offers.At(1).AddHours(2), Offers.Day.AddDays(1));
        offers.Links.Ask(token, "Is the printer included?", Offers.At(2), Offers.Day.AddDays(2));
        offers.Quotes.Say(number, QuoteEventKind.Reply, "It is.", Offers.On(2));
        offers.Quotes.Say(number, QuoteEventKind.Note, "They will sign.", Offers.On(2));

        var history = offers.Quotes.History(number);

        Assert.Equal(
            [QuoteEventKind.Moved, QuoteEventKind.LinkCreated, QuoteEventKind.Moved, QuoteEventKind.Opened, QuoteEventKind.Question, QuoteEventKind.Reply, QuoteEventKind.Note],
            history.Select(happened => happened.Kind));
        Assert.Equal(["", "", "Is the printer included?", "It is."], history.Where(happened => happened.IsForCustomer).Select(happened => happened.Text));
    }

    [Fact]
    public void An_old_link_says_what_took_its_place()
    {
        using var offers = new Offers(_provider);
        var (number, token) = offers.Sent();
        offers.Quotes.Revise(number, Offers.On(1));
        offers.Quotes.Send(number, 1, Offers.Content(), ApprovalAnswer.NotNeeded, Offers.On(1));

        var shared = Assert.IsType<SharedQuote>(offers.Links.Open(token, Offers.At(2), Offers.Day.AddDays(2)));

        Assert.Equal((true, QuoteStatus.Replaced, 2, 1), (shared.IsOpen, shared.Status, shared.ReplacedBy, shared.Frozen.Number));
        Assert.Throws<QuoteMoveException>(() => offers.Acceptances.Accept(token, Choice, Offers.Dana(3), Offers.Day.AddDays(3)));
    }

    [Fact]
    public void Accepting_makes_evidence_and_a_contract_that_bills_what_was_shown()
    {
        using var offers = new Offers(_provider);
        var (number, token) = offers.Sent();
        var tax = new TableTaxCalculator(TempDatabase.Taxes);
        var shown = new QuotePricer(tax).Forecast(Offers.Content(), Choice, TempDatabase.Customer, 12);

        var accepted = offers.Acceptances.Accept(token, Choice, Offers.Dana(3), Offers.Day.AddDays(3));

        Assert.Equal(("C-2026-0001", true), (accepted.Contract, accepted.IsNew));
        using var reader = new ContractReader(offers.Database.Store, offers.Database.SellerId);
        var contract = Assert.IsType<StoredContract>(reader.Find("C-2026-0001")).Contract;
        Assert.Equal(("standard", ContractStatus.Scheduled, 40m), (contract.Plan, contract.StatusOn(Offers.Day.AddDays(3)), contract.Terms.Lines[0].Charge.UnitCost));
        var billed = Forecaster.Forecast(contract, TempDatabase.Customer, tax, contract.Terms.Start, 12);
        Assert.Equal(shown.Select(Words), billed.Select(Words));
        Assert.Equal("8199.10 EUR", $"{billed[0].Draft?.Total}"); // (45 x 150 + 7 x 20) x 1.19
        Assert.True(AcceptanceReceipt.Verify(AcceptanceReceipt.Write(accepted.Acceptance)).IsValid);
        Assert.Equal(accepted.Acceptance.Hash, offers.Acceptances.Find(number)?.Acceptance.Hash);
        Assert.Equal(QuoteStatus.Accepted, offers.Quotes.Find(number)?.Quote.StatusOn(Offers.Day.AddDays(3)));
    }

    [Fact]
    public void Accepting_twice_makes_one_contract_and_gives_the_same_answer()
    {
        using var offers = new Offers(_provider);
        var (_, token) = offers.Sent();
        var first = offers.Acceptances.Accept(token, Choice, Offers.Dana(3), Offers.Day.AddDays(3));

        var again = offers.Acceptances.Accept(token, new QuoteChoice("standard"), Offers.Dana(4), Offers.Day.AddDays(4));

        Assert.Equal((first.Contract, false), (again.Contract, again.IsNew));
        Assert.Equal(first.Acceptance.Bytes, again.Acceptance.Bytes);
        Assert.Equal(1, offers.Database.Store.Scalar("SELECT count(*) FROM contract"));
    }

    [Fact]
    public async Task Two_that_accept_at_once_make_one_contract()
    {
        using var offers = new Offers(_provider);
        var (_, token) = offers.Sent();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            using var store = BillingStorage.Open(offers.Database.Path);
            return new QuoteAcceptances(store, offers.Database.SellerId).Accept(token, Choice, Offers.Dana(3), Offers.Day.AddDays(3));
        })));

        Assert.Single(answers, answer => answer.IsNew);
        Assert.Single(answers.Select(answer => answer.Contract).Distinct());
        Assert.Equal(1, offers.Database.Store.Scalar("SELECT count(*) FROM contract"));
    }

    // Written anew from what was read, on a machine that counts, dates and spells otherwise.
    [Theory]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void An_accepted_document_written_anew_a_year_later_has_the_same_hash(string culture)
    {
        using var offers = new Offers();
        var (number, token) = offers.Sent();
        var accepted = offers.Acceptances.Accept(token, Choice, Offers.Dana(1), Offers.Day.AddDays(1));
        var (sent, receipt) = (offers.Quotes.Frozen(number, 1), AcceptanceReceipt.Write(accepted.Acceptance));
        offers.Database.Store.Dispose();

        var here = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            using var store = BillingStorage.Open(offers.Database.Path);
            var later = new QuoteStore(store, offers.Database.SellerId).Frozen(number, 1);
            Assert.NotNull(sent);
            Assert.NotNull(later);
            Assert.Equal(sent.Hash, CanonicalQuote.HashOf(CanonicalQuote.Write(later.Content).AsSpan()));
            Assert.Equal(sent.Hash, later.Hash);

            var link = new QuoteLinks(store, offers.Database.SellerId).Find(token, Offers.At(366), Offers.Day.AddDays(366));
            Assert.Equal(QuoteStatus.Accepted, link?.Status);
            var again = new QuoteAcceptances(store, offers.Database.SellerId).Find(number);
            Assert.Equal(accepted.Acceptance.Hash, again?.Acceptance.Hash);
            Assert.Equal(receipt, AcceptanceReceipt.Write(Assert.IsType<AcceptedQuote>(again).Acceptance));
            Assert.True(AcceptanceReceipt.Verify(receipt, Convert.ToHexStringLower(accepted.Acceptance.Hash.AsSpan())).IsValid);
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }
    }

    [Fact]
    public void A_choice_that_is_not_offered_changes_nothing()
    {
        using var offers = new Offers(_provider);
        var (number, token) = offers.Sent();

        Assert.Throws<QuoteChoiceException>(() => offers.Acceptances.Accept(token, new QuoteChoice("standard", new ChosenItem("backup", 11m)), Offers.Dana(3), Offers.Day.AddDays(3)));

        Assert.Equal(QuoteStatus.Sent, offers.Quotes.Find(number)?.Quote.StatusOn(Offers.Day.AddDays(3)));
        Assert.Equal(0, offers.Database.Store.Scalar("SELECT count(*) FROM contract"));
    }

    [Fact]
    public void Declining_needs_a_reason_and_ends_it()
    {
        using var offers = new Offers(_provider);
        var (number, token) = offers.Sent();

        Assert.Throws<ArgumentException>(() => offers.Links.Decline(token, "Dana Whitfield", " ", Offers.At(2), Offers.Day.AddDays(2)));
        offers.Links.Decline(token, "Dana Whitfield", "Too dear.", Offers.At(2), Offers.Day.AddDays(2));

        Assert.Equal("Too dear.", offers.Quotes.History(number)[^1].Text);
        Assert.Throws<QuoteMoveException>(() => offers.Acceptances.Accept(token, Choice, Offers.Dana(3), Offers.Day.AddDays(3)));
    }

    [Fact]
    public void A_renewal_ends_the_contract_before_it_on_its_first_day()
    {
        using var offers = new Offers(_provider);
        offers.Database.Add(new Contract(
            "C-1", "K-1", new ContractTerms(Currency.Eur, new DateOnly(2026, 1, 1), new ContractLine(1, Offers.Content().Options[0].Terms.Lines[0].Charge, 45m)) { Term = new Term(12, 12, 30) },
            Offers.At(-400), ContractStatus.Scheduled));
        using var reader = new ContractReader(offers.Database.Store, offers.Database.SellerId);
        var old = Assert.IsType<StoredContract>(reader.Find("C-1")).Contract;
        var draft = QuoteDraft.Renewal("C-1", Currency.Eur, new DateOnly(2027, 1, 1), 24);
        var (_, token) = offers.Sent(draft, Offers.Content(draft, old));

        var accepted = offers.Acceptances.Accept(token, new QuoteChoice("renewal"), Offers.Dana(3), Offers.Day.AddDays(3));

        var (before, after) = (reader.Find("C-1")?.Contract, reader.Find(accepted.Contract)?.Contract);
        Assert.Equal((ContractStatus.Active, ContractStatus.Renewed), (before?.StatusOn(new DateOnly(2026, 12, 31)), before?.StatusOn(new DateOnly(2027, 1, 1))));
        Assert.Equal(("C-1", ContractStatus.Active), (after?.Predecessor, after?.StatusOn(new DateOnly(2027, 1, 1))));
    }

    private static string Words(ForecastMonth month) => $"{month.Through:O} {month.Draft?.Total} " +
        string.Join(", ", month.Draft?.Lines.Select(line => $"{line.Source.Id} {line.Description} {line.Quantity.ToString("0.######", CultureInfo.InvariantCulture)} {line.MinorUnits} {line.NetMinorUnits} {line.TaxRate}") ?? []);
}
