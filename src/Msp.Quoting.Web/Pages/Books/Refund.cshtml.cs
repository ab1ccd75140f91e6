using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Books;

/// <summary>Pays a customer's credit back.</summary>
internal sealed class RefundModel(CurrentSeller seller, Texts texts) : BookPageModel(seller, texts)
{
    [BindProperty(SupportsGet = true, Name = "customer")]
    public string Customer { get; set; } = "";

    [BindProperty]
    public RefundEntry Input { get; set; } = new();

    public string CustomerName { get; private set; } = "";

    /// <summary>What the customer has to good, by currency.</summary>
    public IReadOnlyList<Money> Credit { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!Load())
        {
            return NotFound();
        }

        Input = new RefundEntry { Day = Today, Amount = Credit.Count > 0 ? Credit[0].Amount : null, Currency = Credit.Count > 0 ? Credit[0].Currency.Code : null, Key = Guid.NewGuid().ToString("N") };
        return Page();
    }

    public IActionResult OnPost()
    {
        if (!Load())
        {
            return NotFound();
        }

        var currency = Currency.TryFromCode(Input.Currency, out var known) ? known : Seller.Seller.Currency;
        if (ModelState.IsValid && !IsAmount(Input.Amount, currency))
        {
            ModelState.AddModelError("Input.Amount", Texts["Enter an amount above zero, with at most {0} decimals", currency.Decimals]);
        }

        RecordedPayment? recorded = null;
        if (!ModelState.IsValid || !Try(() => recorded = Payments.Refund(Request(currency), Seller.Author), "Input.Amount") || recorded is null)
        {
            return Page();
        }

        Say(Texts["{0} is recorded. Now pay the money out at the bank.", recorded.Payment.Number]);
        return Redirect("/books/payments/" + recorded.Payment.Number);
    }

    private new PaymentRequest Request(Currency currency) => new(Customer, Input.Day ?? Today, new Money(Input.Amount.GetValueOrDefault(), currency), Input.Reference?.Trim() ?? "")
    {
        RequestKey = string.IsNullOrWhiteSpace(Input.Key) ? null : "web-" + Input.Key,
    };

    private bool Load()
    {
        CustomerName = NameOf(Customer);
        Credit = CreditOf(Customer);
        return Customer.Length > 0 && CustomerName != Customer;
    }

    internal sealed class RefundEntry
    {
        [Display(Name = "Day")]
        [Required(ErrorMessage = "Enter the day of the payment")]
        public DateOnly? Day { get; set; }

        [Display(Name = "Amount")]
        [Required(ErrorMessage = "Enter the amount")]
        public decimal? Amount { get; set; }

        [Display(Name = "Currency")]
        public string? Currency { get; set; }

        [Display(Name = "Reference")]
        [StringLength(500)]
        public string? Reference { get; set; }

        public string? Key { get; set; }
    }
}
