using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Ledger;
using Msp.Quoting.Web.Books;
using Msp.Quoting.Web.Components;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Books;

/// <summary>One payment: what it pays, what is left of it, and what can be done about it.</summary>
internal sealed class PaymentModel(CurrentSeller seller, Texts texts) : BookPageModel(seller, texts)
{
    [BindProperty]
    public ShareEntry Shares { get; set; } = new();

    [BindProperty]
    public ReverseEntry Input { get; set; } = new();

    public RecordedPayment? Recorded { get; private set; }

    public IReadOnlyList<SettlementItem> Open { get; private set; } = [];

    public bool MayApply => MayWrite && Recorded is { Unallocated.IsZero: false } && Open.Count > 0;

    public bool MayTakeOff => MayWrite && Recorded is { Payment.Kind: PaymentKind.Received, Counterpart: null, Allocations.IsEmpty: false };

    public bool MayReverse => MayWrite && Recorded is { Payment.Kind: PaymentKind.Received, Counterpart: null };

    public IActionResult OnGet(string number)
    {
        Input = new ReverseEntry { Day = Today };
        return Load(number) ? Page() : NotFound();
    }

    public IActionResult OnPostApply(string number)
    {
        ModelState.KeepOnly("Shares.");
        return Do(number, payment =>
        {
            var shares = Payments.Allocate(number, Shares.Of(payment.Amount.Currency), Today, Seller.Author);
            Say(Texts.Count(shares.Length, "1 document is paid by it now.", "{0} documents are paid by it now."));
        });
    }

    public IActionResult OnPostTakeOff(string number)
    {
        ModelState.Clear();
        return Do(number, _ =>
        {
            Payments.Unallocate(number, Today, Seller.Author);
            Say(Texts["It is taken off its invoices: they are open again, and it is the customer's credit."]);
        });
    }

    public IActionResult OnPostReverse(string number)
    {
        ModelState.KeepOnly("Input.");
        return Do(number, _ =>
        {
            Payments.Reverse(number, Input.Day ?? Today, Input.Reason?.Trim() ?? "", Seller.Author);
            Say(Texts["{0} is taken back: its invoices are open again.", number]);
        });
    }

    private IActionResult Do(string number, Action<Payment> act)
    {
        if (!MayWrite)
        {
            return Forbid();
        }

        if (!Load(number) || Recorded is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !Try(() => act(Recorded.Payment)))
        {
            return Page();
        }

        return Redirect("/books/payments/" + number);
    }

    private bool Load(string number)
    {
        Recorded = Payments.Find(number);
        Open = Recorded is null ? [] : [.. OwedBy(Recorded.Payment.Customer).Where(item => item.Open.Currency == Recorded.Payment.Amount.Currency)];
        return Recorded is not null;
    }

    internal sealed class ReverseEntry
    {
        [Display(Name = "Day, by the bank")]
        [Required(ErrorMessage = "Enter the day")]
        public DateOnly? Day { get; set; }

        [Display(Name = "Why")]
        [Required(ErrorMessage = "Say why: it is recorded")]
        [StringLength(500)]
        public string? Reason { get; set; }
    }
}
