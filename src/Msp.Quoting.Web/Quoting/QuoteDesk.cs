using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Quoting;

/// <summary>The signed-in seller's quotes in storage, in the words of the sales pages: the only place of them that reads or writes.</summary>
internal sealed class QuoteDesk(CurrentSeller seller, QuoteCalculator calculator)
{
    private QuoteStore? _store;

    private QuoteStore Store => _store ??= new QuoteStore(seller.Store, seller.Id);

    private QuoteTemplates Templates => new(seller.Store, seller.Id);

    /// <summary>Now, by whom, on the seller's day.</summary>
    public QuoteNote Note(string reason = "") => new(seller.Clock.Today, seller.Clock.GetUtcNow(), seller.Author, reason);

    /// <summary>The list of the seller's quotes.</summary>
    public QuoteList List => new(seller.Store, seller.Id);

    /// <summary>A quote; null where there is none.</summary>
    public StoredQuote? Find(string number) => Store.Find(number);

    /// <summary>Who it is for.</summary>
    public Customer CustomerOf(StoredQuote quote) => Customer(quote.Quote.Customer) ?? throw new InvalidOperationException($"Customer {quote.Quote.Customer} is gone.");

    /// <summary>A customer; null where there is none.</summary>
    public Customer? Customer(string number)
    {
        using var reader = new CustomerReader(seller.Store, seller.Id);
        return reader.Find(number)?.Customer;
    }

    /// <summary>The customers with letters in name or number, by name.</summary>
    /// <param name="letters">The letters; every customer where there are none.</param>
    /// <param name="most">How many are wanted.</param>
    /// <returns>At most so many, and how many there are.</returns>
    public (IReadOnlyList<Customer> First, int Total) Customers(string? letters, int most)
    {
        var list = new CustomerList(seller.Store, seller.Id);
        return (list.Find(letters, 0, most), list.Count(letters));
    }

    /// <summary>A contract with what was counted for it; null where there is none.</summary>
    public StoredContract? Contract(string number)
    {
        using var reader = new ContractReader(seller.Store, seller.Id);
        return reader.Find(number);
    }

    /// <summary>What a customer has today, by unit, as its contracts count it.</summary>
    public IReadOnlyDictionary<string, decimal> CountsOf(Customer customer)
    {
        using var reader = new ContractReader(seller.Store, seller.Id);
        var contracts = seller.Contracts.Where(contract => contract.Customer == customer.Number).Select(contract => contract.Number).ToList();
        return CustomerCounts.On(seller.Clock.Today, contracts.Select(reader.Find).OfType<StoredContract>()).ToDictionary(count => count.Unit.Code, count => count.Quantity, StringComparer.Ordinal);
    }

    /// <summary>By how many percent the users of a customer became more in the last year, as its contracts count them; null where it was no customer then, or has none now.</summary>
    public decimal? GrowthOf(Customer customer)
    {
        using var reader = new ContractReader(seller.Store, seller.Id);
        var contracts = seller.Contracts.Where(contract => contract.Customer == customer.Number).Select(contract => reader.Find(contract.Number)).OfType<StoredContract>().ToList();
        decimal UsersOn(DateOnly day) => CustomerCounts.On(day, contracts).FirstOrDefault(count => count.Unit == BillingUnit.User).Quantity;
        var (then, now) = (UsersOn(seller.Clock.Today.AddYears(-1)), UsersOn(seller.Clock.Today));
        return then > 0 && now > 0 ? Math.Round(100 * (now - then) / then, MidpointRounding.AwayFromZero) : null;
    }

    /// <summary>What the customer said about itself in its newest quote; null where it has none.</summary>
    public DraftFit? SaidBy(Customer customer) => List.Find(new QuoteFilter(seller.Clock.Today) { Customer = customer.Number, PageSize = 1 }).Rows is [var newest, ..]
        ? Find(newest.Number)?.Draft.Fit
        : null;

    /// <summary>A new quote from a draft; the draft is copied.</summary>
    /// <returns>Its number.</returns>
    public string Create(Customer customer, QuoteDraft draft) => Store.Create(customer.Number, draft, Note(), MonthlyOf(draft, customer));

    /// <summary>A new customer of whom no more than name and country is known yet.</summary>
    public Customer AddProspect(string name, string country)
    {
        var customer = default(Customer);
        seller.Record("customer-added", store =>
        {
            // Chosen in the transaction that adds it: two who add somebody at the same time would choose the same number.
            customer = new Customer(FreeNumber(store), name, new TaxProfile(country)) { Country = country };
            using var writer = new CustomerWriter(store, seller.Id);
            writer.Add([customer]);
            return customer.Number;
        });
        return customer ?? throw new InvalidOperationException("Nothing was added.");
    }

    /// <summary>Saves a draft as the next version.</summary>
    /// <exception cref="QuoteConflictException">Someone else saved it since.</exception>
    /// <exception cref="QuoteMoveException">It cannot be changed any more.</exception>
    public QuoteDraftVersion Save(string number, QuoteDraft draft, int version, Money? monthly) => Store.Save(number, draft, version, Note(), monthly);

    /// <summary>Makes an earlier version the newest again.</summary>
    public QuoteDraftVersion Restore(string number, int version, int current) => Store.Restore(number, version, current, Note());

    /// <summary>Every version of a revision, the newest first.</summary>
    public ImmutableArray<QuoteDraftVersion> Versions(string number, int revision) => Store.Versions(number, revision);

    /// <summary>What a version says.</summary>
    /// <exception cref="Msp.Billing.EntityFrameworkCore.StorageException">There is none.</exception>
    public QuoteDraft DraftOf(string number, int revision, int version) => Store.DraftOf(number, revision, version);

    /// <summary>The newest version that could be priced, with what was entered; null where none could.</summary>
    public (QuoteContent Content, QuoteDraft Draft)? LastValid(StoredQuote quote, Customer customer)
    {
        foreach (var version in Store.Versions(quote.Quote.Number, quote.Version.Revision).Take(50))
        {
            var draft = DraftOf(quote.Quote.Number, version.Revision, version.Version);
            if (calculator.Read(draft, customer).Content is { } content)
            {
                return (content, draft);
            }
        }

        return null;
    }

    /// <summary>What a sent revision says; null while it is a draft.</summary>
    public FrozenRevision? Frozen(string number, int revision) => Store.Frozen(number, revision);

    /// <summary>Everything that happened, the oldest first.</summary>
    public ImmutableArray<QuoteEvent> History(string number) => Store.History(number);

    /// <summary>Begins the next revision.</summary>
    public int Revise(string number) => Store.Revise(number, Note());

    /// <summary>Makes a move of the seller's.</summary>
    public Quote Move(string number, QuoteAction action, string reason) => Store.Move(number, action, Note(reason));

    /// <summary>The links that customers hold.</summary>
    public ImmutableArray<QuoteLink> Links(string number) => new QuoteLinks(seller.Store, seller.Id).Of(number);

    /// <summary>A new link; its secret is told once and never again.</summary>
    /// <returns>The secret part.</returns>
    public string NewLink(string number, string contact, string email, DateOnly validUntil)
    {
        var expires = TimeZoneInfo.ConvertTimeToUtc(validUntil.AddDays(1).ToDateTime(TimeOnly.MinValue), seller.Clock.LocalTimeZone);
        return new QuoteLinks(seller.Store, seller.Id).Create(number, contact, email, new DateTimeOffset(expires, TimeSpan.Zero), Note());
    }

    /// <summary>Every template, by name.</summary>
    public ImmutableArray<QuoteTemplate> AllTemplates() => Templates.All();

    /// <summary>A template; null where there is none.</summary>
    public QuoteTemplate? Template(string name) => Templates.Find(name);

    /// <summary>Saves a template; whose customer and dates it was is left out.</summary>
    public void SaveTemplate(string name, QuoteDraft draft) => Templates.Save(name, DraftStart.WithoutOccasion(draft), Note());

    /// <summary>Removes a template.</summary>
    public void RemoveTemplate(string name) => Templates.Remove(name);

    // One that nobody has, after one that somebody has: found in few steps, however many there are.
    private string FreeNumber(BillingStore store)
    {
        using var reader = new CustomerReader(store, seller.Id);
        var (taken, free) = (0, 1);
        while (reader.Find(ProspectNumber(free)) is not null)
        {
            (taken, free) = (free, free * 2);
        }

        while (free - taken > 1)
        {
            var middle = (taken + free) / 2;
            (taken, free) = reader.Find(ProspectNumber(middle)) is null ? (taken, middle) : (middle, free);
        }

        return ProspectNumber(free);
    }

    private static string ProspectNumber(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"P-{number:0000}");

    private Money? MonthlyOf(QuoteDraft draft, Customer customer) =>
        calculator.Read(draft, customer).Content is { } content && calculator.Price(content, customer) is { } priced ? priced.Chosen.Monthly : null;
}
