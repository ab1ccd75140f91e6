using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Quoting.Web.Books;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Books;

/// <summary>Records a payment that was received, and applies it. First the customer, then what is open of them.</summary>
internal sealed class RecordModel(CurrentSeller seller, Texts texts) : BookPageModel(seller, texts)
{
    private const int MostDebtors = 200;

    [BindProperty(SupportsGet = true, Name = "customer")]
    public string? Customer { get; set; }

    [BindProperty]
    public PaymentEntry Input { get; set; } = new();

    [BindProperty]
    public ShareEntry Shares { get; set; } = new();

    public string? CustomerName { get; private set; }

    public IReadOnlyList<SettlementItem> Open { get; private set; } = [];

    /// <summary>What the customer has to good already.</summary>
    public IReadOnlyList<Money> Credit { get; private set; } = [];

    public IReadOnlyList<string> Currencies { get; private set; } = [];

    /// <summary>Customers who owe something, for the first step.</summary>
    public IReadOnlyList<(string Number, string Name)> Debtors { get; private set; } = [];

    public void OnGet()
    {
        Load();
        if (CustomerName is not null)
        {
            Input = new PaymentEntry { Day = Today, Currency = Currencies[0], Key = Guid.NewGuid().ToString("N") };
        }
    }

    public IActionResult OnPost()
    {
        Load();
        if (CustomerName is null || Customer is not { } customer)
        {
            return Page();
        }

        var currency = Currency.TryFromCode(Input.Currency, out var known) ? known : Seller.Seller.Currency;
        if (ModelState.IsValid && !IsAmount(Input.Amount, currency))
        {
            ModelState.AddModelError("Input.Amount", Texts["Enter an amount above zero, with at most {0} decimals", currency.Decimals]);
        }

        if (ModelState.IsValid && Input.Day > Today)
        {
            ModelState.AddModelError("Input.Day", Texts["A payment is recorded when it has arrived: today or earlier"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var request = new PaymentRequest(customer, Input.Day.GetValueOrDefault(), new Money(Input.Amount.GetValueOrDefault(), currency), Input.Reference?.Trim() ?? "")
        {
            RequestKey = string.IsNullOrWhiteSpace(Input.Key) ? null : "web-" + Input.Key,
            Invoices = Shares.Of(currency),
        };
        RecordedPayment? recorded = null;
        if (!Try(() => recorded = Payments.Record(request, Seller.Author)) || recorded is null)
        {
            return Page();
        }

        Say(recorded.WasRecorded ? Texts["{0} was recorded before; nothing was done twice.", recorded.Payment.Number] : Texts["{0} is recorded.", recorded.Payment.Number]);
        return Redirect("/books/payments/" + recorded.Payment.Number);
    }

    private void Load()
    {
        if (string.IsNullOrWhiteSpace(Customer))
        {
            var debtors = Statements.Ageing(Today).Select(row => row.Customer).Distinct().Take(MostDebtors).ToList();
            var names = NamesOf(debtors);
            Debtors = [.. debtors.Select(number => (number, names[number]))];
            return;
        }

        Customer = Customer.Trim();
        var name = NameOf(Customer);
        if (name == Customer)
        {
            ModelState.AddModelError("customer", Texts["There is no customer with this number."]);
            Customer = null;
            Load();
            return;
        }

        CustomerName = name;
        (Open, Credit) = (OwedBy(Customer), CreditOf(Customer));
        Currencies = [.. Open.Select(item => item.Open.Currency.Code).Append(Seller.Seller.Currency.Code).Distinct()];
    }

    internal sealed class PaymentEntry
    {
        [Display(Name = "Day, by the bank")]
        [Required(ErrorMessage = "Enter the day of the payment")]
        public DateOnly? Day { get; set; }

        [Display(Name = "Amount")]
        [Required(ErrorMessage = "Enter the amount")]
        public decimal? Amount { get; set; }

        [Display(Name = "Currency")]
        public string? Currency { get; set; }

        [Display(Name = "What the payer wrote")]
        [StringLength(500)]
        public string? Reference { get; set; }

        public string? Key { get; set; }
    }
}
