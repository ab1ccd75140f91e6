using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Quoting;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Quotes;

/// <summary>Begins a quote: blank, from a template, as a duplicate, or to renew a contract.</summary>
internal sealed class NewModel(QuoteDesk desk, CurrentSeller seller, Texts texts, Format format) : PageModel
{
    /// <summary>How many customers a list to choose from has at most; where there are more, one is found by its letters.</summary>
    private const int MostChoices = 100;

    [BindProperty(SupportsGet = true)]
    public string? From { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    [BindProperty(SupportsGet = true)]
    public string? Quote { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Template { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Customer { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Country { get; set; }

    /// <summary>Which of those with the letters in <see cref="Customer"/>, by number; null or empty before there was a choice.</summary>
    [BindProperty]
    public string? Chosen { get; set; }

    /// <summary>Every customer, to choose from.</summary>
    public IReadOnlyList<Customer> Customers { get; private set; } = [];

    /// <summary>Whether there are too many to choose from, so that one is found by its letters.</summary>
    public bool AsksForLetters { get; private set; }

    /// <summary>Those with the letters that were entered, where several have them.</summary>
    public IReadOnlyList<Customer> Matches { get; private set; } = [];

    /// <summary>How many have them.</summary>
    public int MatchCount { get; private set; }

    public ImmutableArray<QuoteTemplate> Templates { get; private set; } = [];

    public IReadOnlyList<string> Countries { get; private set; } = [];

    /// <summary>Whether there is neither a plan to offer nor a template.</summary>
    public bool LacksCatalog => seller.Catalog.Plans.IsEmpty && Templates.IsEmpty;

    public void OnGet()
    {
        if (From == "duplicate" && Customer is null && Quote is { } number && desk.Find(number) is { } stored)
        {
            Customer = stored.Quote.Customer;
        }

        Load();
        From ??= Templates.IsEmpty ? "blank" : "template";
    }

    public IActionResult OnPost()
    {
        From ??= "blank";
        Customer = string.IsNullOrWhiteSpace(Chosen) ? Customer?.Trim() : Chosen;
        var contract = From == "renewal" ? desk.Contract((Contract ?? "").Trim()) : null;
        if (From == "renewal" && contract is null)
        {
            ModelState.AddModelError("Contract", texts["Enter the number of a contract that there is"]);
        }

        if (From == "template" && (Template is null || desk.Template(Template) is null))
        {
            ModelState.AddModelError("Template", texts["Choose a template"]);
        }

        if (From == "duplicate" && (Quote is null || desk.Find(Quote.Trim()) is null))
        {
            ModelState.AddModelError("Quote", texts["Enter the number of a quote that there is"]);
        }

        if (contract is null && string.IsNullOrWhiteSpace(Customer) && string.IsNullOrWhiteSpace(Name))
        {
            ModelState.AddModelError("Customer", texts["Choose a customer, or enter the name of a new one"]);
        }

        if (seller.Catalog.Families.IsEmpty && From == "blank")
        {
            ModelState.AddModelError("", texts["The catalogue has no family of plans to offer yet."]);
        }

        Load();
        if (contract is null && string.IsNullOrWhiteSpace(Name) && !string.IsNullOrWhiteSpace(Customer))
        {
            Find(Customer);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var customer = contract?.Customer ?? (string.IsNullOrWhiteSpace(Name) ? desk.Customer(Customer ?? "") : Countries.Contains(Country ?? "") ? desk.AddProspect(Name.Trim(), Country ?? "") : null);
        if (customer is null)
        {
            ModelState.AddModelError("Customer", texts["Choose a customer, or enter the name of a new one"]);
            return Page();
        }

        return Redirect("/quotes/" + desk.Create(customer, DraftStart.WithKnown(Begun(customer, contract), desk.SaidBy(customer), desk.GrowthOf(customer))));
    }

    private QuoteDraft Begun(Customer customer, StoredContract? contract)
    {
        var (today, days) = (seller.Clock.Today, seller.Settings.ProposalDays);
        var counts = desk.CountsOf(customer);
        return From switch
        {
            "renewal" when contract is not null => DraftStart.Renewal(contract.Contract, counts, customer, today, days),
            "template" when Template is { } name && desk.Template(name) is { } template => DraftStart.WithCounts(DraftStart.Dated(template.Draft, today, days), counts, customer),
            "duplicate" when Quote is { } number && desk.Find(number.Trim()) is { } quote => DraftStart.Dated(
                quote.Quote.Customer == customer.Number ? quote.Draft : DraftStart.WithCounts(DraftStart.WithoutOccasion(quote.Draft), counts, customer), today, days),
            _ => DraftStart.Blank(seller.Catalog.Families[0], counts, customer, today, days),
        };
    }

    // Letters that one customer has are as good as its number.
    private void Find(string letters)
    {
        if (desk.Customer(letters) is not null)
        {
            return;
        }

        (Matches, MatchCount) = desk.Customers(letters, MostChoices);
        if (MatchCount == 1)
        {
            (Customer, Matches) = (Matches[0].Number, []);
            return;
        }

        ModelState.AddModelError(
            "Customer", MatchCount == 0 ? texts["No customer has these letters in its name or number"] : texts["{0} customers have these letters: choose one, or enter more", format.Number(MatchCount)]);
    }

    private void Load()
    {
        var (customers, total) = desk.Customers(null, MostChoices);
        AsksForLetters = total > customers.Count;
        Customers = AsksForLetters ? [] : customers;
        Templates = desk.AllTemplates();
        Countries = [.. seller.Catalog.TaxRates.Select(rate => rate.Jurisdiction).Where(place => place.Length == 2).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
