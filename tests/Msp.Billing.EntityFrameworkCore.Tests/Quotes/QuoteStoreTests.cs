using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Invoicing;
using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Tests.Quotes;

public abstract class QuoteStoreTests
{
    private readonly Provider _provider;

    private protected QuoteStoreTests(Provider provider) => _provider = provider;

    [Fact]
    public void Numbers_count_up_in_each_year()
    {
        using var offers = new Offers(_provider);

        Assert.Equal("Q-2026-0001", offers.Quotes.Create("K-1", Offers.Draft, Offers.On(0)));
        Assert.Equal("Q-2026-0002", offers.Quotes.Create("K-1", Offers.Draft, Offers.On(1)));
        Assert.Equal("Q-2027-0001", offers.Quotes.Create("K-1", Offers.Draft, Offers.On(60)));
    }

    [Fact]
    public void Wrong_fields_are_kept_as_they_were_typed()
    {
        using var offers = new Offers(_provider);
        var number = offers.Quotes.Create("K-1", Offers.Draft, Offers.On(0));

        offers.Quotes.Save(number, Offers.Draft with { Start = "soon", Items = [new DraftItem { Quantity = "a few" }] }, 1, Offers.On(0));

        var stored = Assert.IsType<StoredQuote>(offers.Quotes.Find(number));
        Assert.Equal(("soon", "a few", 2), (stored.Draft.Start, stored.Draft.Items[0].Quantity, stored.Version.Version));
        Assert.Equal(Offers.Draft.ToJson(), offers.Quotes.DraftOf(number, 1, 1).ToJson());
    }

    [Fact]
    public void A_save_that_is_based_on_an_older_version_says_who_was_faster()
    {
        using var offers = new Offers(_provider);
        var number = offers.Quotes.Create("K-1", Offers.Draft, Offers.On(0));
        offers.Quotes.Save(number, Offers.Draft with { Title = "Mine" }, 1, Offers.On(1, "Kim Lee"));

        var conflict = Assert.Throws<QuoteConflictException>(() => offers.Quotes.Save(number, Offers.Draft with { Title = "Yours" }, 1, Offers.On(1)));

        Assert.Equal("Quote Q-2026-0001 was changed by Kim Lee at 2026-11-24 09:00:00Z: it is at version 2 now, and version 1 was read. Keep one of the two, or compare them.", conflict.Message);
        Assert.Equal(("Mine", 2), (offers.Quotes.Find(number)?.Draft.Title, conflict.Current.Version));
    }

    [Fact]
    public void Restoring_a_version_makes_a_new_one()
    {
        using var offers = new Offers(_provider);
        var number = offers.Quotes.Create("K-1", Offers.Draft, Offers.On(0));
        offers.Quotes.Save(number, Offers.Draft with { Title = "Worse" }, 1, Offers.On(1));

        var restored = offers.Quotes.Restore(number, 1, 2, Offers.On(2));

        Assert.Equal((3, 1), (restored.Version, restored.RestoredFrom));
        Assert.Equal("Managed IT", offers.Quotes.Find(number)?.Draft.Title);
        Assert.Equal([3, 2, 1], offers.Quotes.Versions(number, 1).Select(version => version.Version));
    }

    [Fact]
    public void What_was_sent_is_frozen_and_a_change_is_a_new_revision()
    {
        using var offers = new Offers(_provider);
        var (number, _) = offers.Sent();

        Assert.Contains("cannot be changed. It can: View, Accept, Decline, Withdraw, Revise.", Assert.Throws<QuoteMoveException>(() => offers.Quotes.Save(number, Offers.Draft, 1, Offers.On(1))).Message, StringComparison.Ordinal);
        Assert.Equal(2, offers.Quotes.Revise(number, Offers.On(1)));
        offers.Quotes.Save(number, Offers.Draft with { Title = "Managed IT, second try" }, 1, Offers.On(1));
        offers.Quotes.Send(number, 2, Offers.Content(Offers.Draft with { Title = "Managed IT, second try" }), ApprovalAnswer.NotNeeded, Offers.On(2));

        var stored = Assert.IsType<StoredQuote>(offers.Quotes.Find(number));
        Assert.Equal([(1, null), (2, 1)], stored.Revisions.Select(revision => (revision.Number, revision.Parent)));
        Assert.Equal((QuoteStatus.Replaced, QuoteStatus.Sent), (stored.Quote.StatusOn(Offers.Day.AddDays(2), 1), stored.Quote.StatusOn(Offers.Day.AddDays(2))));
        Assert.Equal("Managed IT", offers.Quotes.Frozen(number, 1)?.Content.Title);
        var frozen = Assert.IsType<FrozenRevision>(offers.Quotes.Frozen(number, 2));
        Assert.Equal(("Managed IT, second try", "They had an outage.", 40m), (frozen.Content.Title, frozen.Content.InternalNotes, frozen.Content.Options[0].Terms.Lines[0].Charge.UnitCost));
    }

    [Fact]
    public void A_draft_that_was_saved_since_it_was_checked_is_not_sent()
    {
        using var offers = new Offers(_provider);
        var number = offers.Quotes.Create("K-1", Offers.Draft, Offers.On(0));
        offers.Quotes.Save(number, Offers.Draft with { Title = "Other" }, 1, Offers.On(0));

        Assert.Throws<QuoteConflictException>(() => offers.Quotes.Send(number, 1, Offers.Content(), ApprovalAnswer.NotNeeded, Offers.On(0)));
    }

    [Fact]
    public void Approval_holds_for_what_was_approved()
    {
        using var offers = new Offers(_provider);
        var number = offers.Quotes.Create("K-1", Offers.Draft, Offers.On(0));
        offers.Quotes.Move(number, QuoteAction.Submit, Offers.On(0));
        offers.Quotes.Move(number, QuoteAction.Approve, Offers.On(0, "Maria Berg"));

        Assert.Throws<QuoteMoveException>(() => offers.Quotes.Save(number, Offers.Draft, 1, Offers.On(0)));
        offers.Quotes.Move(number, QuoteAction.Reopen, Offers.On(0));
        Assert.Equal(2, offers.Quotes.Save(number, Offers.Draft, 1, Offers.On(0)).Version);
        Assert.Equal([QuoteAction.Submit, QuoteAction.Approve, QuoteAction.Reopen], offers.Quotes.History(number).Select(happened => happened.Action.GetValueOrDefault()));
    }

    [Fact]
    public void What_was_approved_is_kept_with_who_approved_it()
    {
        using var offers = new Offers();
        var number = offers.Quotes.Create("K-1", Offers.Draft, Offers.On(0));

        // 45 x 150 = 6,750 a month costs 45 x 40 = 1,800: 73.33 %. Nobody said what the backup costs that the customer may add.
        var answer = ApprovalCheck.Of(
            Offers.Content(Offers.Draft with { Items = [Offers.Draft.Items[0] with { Cost = "18" }] }),
            new ApprovalRules { MostAmount = new Money(80_000m, Currency.Eur), LeastMargin = new Percentage(73m) }, TempDatabase.Customer, new TableTaxCalculator(TempDatabase.Taxes));
        offers.Quotes.Move(number, QuoteAction.Submit, Offers.On(0), approval: answer);
        offers.Quotes.Move(number, QuoteAction.Approve, Offers.On(1, "Maria Berg", "A firm we want."), approval: answer);

        var approved = offers.Quotes.History(number)[^1];
        Assert.Equal((QuoteAction.Approve, "Maria Berg", "A firm we want.", Offers.At(1)), (approved.Action, approved.Author, approved.Text, approved.At));

        // Ten backups at 20 that cost 18 leave 12 x (4,950 + 20) of 12 x 6,950: 71.51 %; 12 x 6,950 = 83,400 is more than 80,000.
        Assert.Equal(
            [
                "option standard: the gross margin is 71.5107 %, less than 73 % when the customer takes 10 of 'backup'",
                "option standard: the term is 83400.00 EUR, more than 80000.00 EUR when the customer takes 10 of 'backup'",
            ],
            approved.Breaches.Select(breach => breach.ToString()));
        Assert.Equal(approved.Breaches.Select(breach => breach.ToString()), offers.Quotes.History(number)[0].Breaches.Select(breach => breach.ToString()));
        Assert.DoesNotContain(offers.Quotes.History(number), happened => happened.IsForCustomer);
    }

    [Fact]
    public void Drafts_that_are_not_decided_are_read_together_each_as_it_was_entered_last()
    {
        using var offers = new Offers(_provider);
        offers.Sent();
        var edited = offers.Quotes.Create("K-1", Offers.Draft with { Title = "First words" }, Offers.On(1));
        offers.Quotes.Save(edited, Offers.Draft with { Title = "Last words" }, 1, Offers.On(1));
        var withdrawn = offers.Quotes.Create("K-1", Offers.Draft, Offers.On(1));
        offers.Quotes.Move(withdrawn, QuoteAction.Withdraw, Offers.On(1));
        var list = new QuoteList(offers.Database.Store, offers.Database.SellerId);

        var all = list.Undecided(Offers.On(1).Day).ToList();

        Assert.Equal((2, "Last words"), (all.Count, all.Single(one => one.Number == edited).Draft.Title));
        Assert.All(all, one => Assert.Equal(offers.Quotes.Find(one.Number)?.Draft.ToJson(), one.Draft.ToJson()));
        Assert.Equal([edited], list.Undecided(Offers.On(1).Day.AddYears(1)).Select(one => one.Number)); // what was sent has expired
    }

    [Fact]
    public void The_list_filters_searches_counts_and_lets_expire()
    {
        using var offers = new Offers(_provider);
        offers.Sent();
        var other = offers.Quotes.Create("K-1", Offers.Draft with { Title = "100 % cloud" }, Offers.On(1, "Kim Lee"));
        var list = new QuoteList(offers.Database.Store, offers.Database.SellerId);
        var today = new QuoteFilter(Offers.Day.AddDays(1));

        Assert.Equal(["Q-2026-0002", "Q-2026-0001"], list.Find(today).Rows.Select(row => row.Number));
        Assert.Equal(other, Assert.Single(list.Find(today with { Owner = "Kim Lee" }).Rows).Number);
        Assert.Equal(other, Assert.Single(list.Find(today with { Search = "100 %" }).Rows).Number);
        Assert.Equal(2, list.Find(today with { Search = "nordwind", PageSize = 1 }).Total);
        Assert.Equal("Q-2026-0001", Assert.Single(list.Find(today with { PageSize = 1, Page = 2 }).Rows).Number);
        Assert.Equal("Q-2026-0001", Assert.Single(list.Find(today with { ExpiringBy = new DateOnly(2026, 12, 31) }).Rows).Number);
        var row = Assert.Single(list.Find(today with { Status = QuoteStatus.Sent }).Rows);
        Assert.Equal((new Money(6750m, Currency.Eur), new DateOnly(2026, 12, 22)), (row.Monthly, row.ValidUntil));
        Assert.Equal(new Dictionary<QuoteStatus, int> { [QuoteStatus.Draft] = 1, [QuoteStatus.Sent] = 1 }, list.Counts(today));
        Assert.Equal(1, list.Counts(new QuoteFilter(new DateOnly(2026, 12, 23)))[QuoteStatus.Expired]);
    }

    [Fact]
    public void The_list_is_sorted_before_it_is_cut_into_pages()
    {
        using var offers = new Offers();
        offers.Sent(); // Q-2026-0001: 6,750.00 a month until 22 December, changed first
        offers.Quotes.Create("K-1", Offers.Draft, Offers.On(1, "Kim Lee"), new Money(99m, Currency.Eur));
        offers.Quotes.Create("K-1", Offers.Draft, Offers.On(2), new Money(100m, Currency.Eur));
        var list = new QuoteList(offers.Database.Store, offers.Database.SellerId);
        var today = new QuoteFilter(Offers.Day.AddDays(2)) { PageSize = 2 };
        string[] Numbers(QuoteOrder order, bool descending) => [.. list.Find(today with { Order = order, IsDescending = descending }).Rows.Select(row => row.Number[^1..])];

        Assert.Equal(["3", "2"], Numbers(QuoteOrder.Changed, true));
        Assert.Equal(["1", "2"], Numbers(QuoteOrder.Number, false));
        Assert.Equal(["2", "3"], Numbers(QuoteOrder.Monthly, false)); // 99 before 100 before 6,750: numbers, not letters
        Assert.Equal(["1", "3"], Numbers(QuoteOrder.Monthly, true));
        Assert.Equal("1", Numbers(QuoteOrder.Status, true)[0]);
        Assert.Equal("1", Numbers(QuoteOrder.ValidUntil, false)[0]); // the drafts are frozen without a last day
        Assert.Equal("1", Assert.Single(list.Find(today with { Order = QuoteOrder.Monthly, Page = 2, IsDescending = false }).Rows).Number[^1..]);
        Assert.Equal(["Jo Park", "Kim Lee"], list.Owners());
    }

    [Fact]
    public void What_waits_for_somebody_is_what_is_to_be_approved_and_the_own_answers()
    {
        using var offers = new Offers();
        var asked = offers.Quotes.Create("K-1", Offers.Draft, Offers.On(0, "Kim Lee"));
        offers.Quotes.Move(asked, QuoteAction.Submit, Offers.On(0, "Kim Lee"));
        var approved = offers.Quotes.Create("K-1", Offers.Draft, Offers.On(0, "Kim Lee"));
        offers.Quotes.Move(approved, QuoteAction.Submit, Offers.On(0, "Kim Lee"));
        offers.Quotes.Move(approved, QuoteAction.Approve, Offers.On(0, "Sam Ortiz"));
        var list = new QuoteList(offers.Database.Store, offers.Database.SellerId);
        string[] Waiting(string person, bool approves) =>
            [.. list.Find(new QuoteFilter(Offers.Day) { WaitsFor = person, Approves = approves }).Rows.Select(row => row.Number).Order(StringComparer.Ordinal)];

        Assert.Equal([approved], Waiting("Kim Lee", approves: false));
        Assert.Equal([asked], Waiting("Sam Ortiz", approves: true));
        Assert.Empty(Waiting("Sam Ortiz", approves: false));
    }

    [Fact]
    public void A_template_is_copied_and_never_linked()
    {
        using var offers = new Offers(_provider);
        var templates = new QuoteTemplates(offers.Database.Store, offers.Database.SellerId);
        templates.Save("Office", Offers.Draft, Offers.On(0));
        var number = offers.Quotes.Create("K-1", Assert.IsType<QuoteTemplate>(templates.Find("Office")).Draft, Offers.On(0));

        templates.Save("Office", Offers.Draft with { Title = "New words" }, Offers.On(1));

        Assert.Equal(("Managed IT", "New words"), (offers.Quotes.Find(number)?.Draft.Title, Assert.Single(templates.All()).Draft.Title));
    }
}
