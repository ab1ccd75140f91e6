using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.Invoicing;
using Msp.Quoting.Web.Components;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Parties;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Settings;

/// <summary>The organisation, what needs approval, how proposals look; taxes and numbers are shown.</summary>
internal sealed class IndexModel(CurrentSeller seller, WebDb web, Texts texts) : PageModel
{
    private const int LargestLogo = 200 * 1024;

    [BindProperty]
    public OrganisationEntry Organisation { get; set; } = new();

    [BindProperty]
    public LimitsEntry Limits { get; set; } = new();

    [BindProperty]
    public BrandEntry Brand { get; set; } = new();

    public Seller Seller => seller.Seller;

    public IReadOnlyList<TaxRate> Taxes => [.. new SellerBook(seller.Store).TaxTableOf(seller.Id).Rates];

    public IReadOnlyList<DocumentSeries> Series => new DocumentAudit(seller.Store, seller.Id).Series();

    public bool HasLogo => seller.Settings.Logo is not null;

    public void OnGet() => Fill();

    public IActionResult OnGetLogo() => seller.Settings is { Logo: { } logo, LogoType: { } type } ? File(logo, type) : NotFound();

    public IActionResult OnPostOrganisation()
    {
        ModelState.KeepOnly(nameof(Organisation) + ".");
        if (ModelState.IsValid && !TimeZoneInfo.TryFindSystemTimeZoneById(Organisation.TimeZone, out _))
        {
            ModelState.AddModelError("Organisation.TimeZone", texts["There is no such time zone"]);
        }

        if (!ModelState.IsValid)
        {
            return Again(nameof(Organisation));
        }

        var changed = new Seller(Seller.Code, Organisation.Name.Trim(), Seller.Country, Seller.Currency, Organisation.TimeZone, Organisation.OnePerson) { Rounding = Seller.Rounding };
        seller.Record("seller-changed", changed.Code, store => new SellerBook(store).Update(changed, Organisation.Version));
        return Saved();
    }

    public Task<IActionResult> OnPostLimitsAsync() => Change(nameof(Limits), "limits-changed", settings =>
        (settings.DiscountLimit, settings.MarginFloor, settings.ProposalDays) = (Limits.DiscountLimit, Limits.MarginFloor, Limits.ProposalDays));

    public async Task<IActionResult> OnPostBrandAsync()
    {
        var (bytes, type) = (Array.Empty<byte>(), "");
        if (Brand.Logo is { Length: > 0 } file)
        {
            using var memory = new MemoryStream();
            if (file.Length <= LargestLogo)
            {
                await file.CopyToAsync(memory);
            }

            // The bytes decide, not the name: an image is served as what it is, and nothing else is stored.
            bytes = memory.ToArray();
            type = bytes is [0x89, 0x50, 0x4E, 0x47, ..] ? "image/png" : bytes is [0xFF, 0xD8, 0xFF, ..] ? "image/jpeg" : "";
            if (type.Length == 0)
            {
                ModelState.AddModelError("Brand.Logo", texts["The logo must be a PNG or JPEG image of at most 200 kB"]);
            }
        }

        var isLogoNew = type.Length > 0 || Brand.RemoveLogo;
        return await Change(
            nameof(Brand), "branding-changed", settings =>
            {
                settings.BrandColor = Brand.Color;
                if (isLogoNew)
                {
                    (settings.Logo, settings.LogoType) = type.Length > 0 ? (bytes, type) : (null, null);
                }
            },
            store =>
            {
                // Printed documents have the same look; what was posted keeps its own.
                var parties = new PartyBook(store, seller.Id);
                var (party, version) = parties.Seller();
                parties.SetSeller(SellerEntry.With(party.Details, new Branding { Color = Brand.Color, Logo = isLogoNew ? [.. bytes] : party.Details.Branding.Logo }), version);
            });
    }

    private async Task<IActionResult> Change(string form, string action, Action<SellerSettings> change, Action<BillingStore>? also = null)
    {
        ModelState.KeepOnly(form + ".");
        if (!ModelState.IsValid)
        {
            return Again(form);
        }

        var settings = await web.Settings.SingleOrDefaultAsync(one => one.SellerId == seller.Id);
        if (settings is null)
        {
            settings = new SellerSettings { SellerId = seller.Id };
            web.Settings.Add(settings);
        }

        change(settings);
        settings.Version++;
        await web.SaveChangesAsync();
        seller.Record(action, seller.Seller.Code, also ?? (_ => { }));
        return Saved();
    }

    private RedirectToPageResult Saved()
    {
        TempData["Message"] = texts["Settings were saved."];
        return RedirectToPage();
    }

    // The other forms of the page show what is stored.
    private PageResult Again(string form)
    {
        var (organisation, limits, brand) = (Organisation, Limits, Brand);
        Fill();
        Organisation = form == nameof(Organisation) ? organisation : Organisation;
        Limits = form == nameof(Limits) ? limits : Limits;
        Brand = form == nameof(Brand) ? brand : Brand;
        return Page();
    }

    private void Fill()
    {
        Organisation = new OrganisationEntry { Name = Seller.Name, TimeZone = Seller.TimeZone, OnePerson = Seller.OnePerson, Version = seller.Version };
        Limits = new LimitsEntry { DiscountLimit = seller.Settings.DiscountLimit, MarginFloor = seller.Settings.MarginFloor, ProposalDays = seller.Settings.ProposalDays };
        Brand = new BrandEntry { Color = seller.Settings.BrandColor };
    }

    internal sealed class OrganisationEntry
    {
        [Display(Name = "Registered name")]
        [Required(ErrorMessage = "Enter the name of your organisation")]
        [StringLength(200)]
        public string Name { get; set; } = "";

        [Display(Name = "Time zone")]
        [Required(ErrorMessage = "Enter a time zone, such as Europe/Berlin")]
        public string TimeZone { get; set; } = "";

        public bool OnePerson { get; set; }

        public long Version { get; set; }
    }

    internal sealed class LimitsEntry
    {
        [Display(Name = "Highest discount without approval")]
        [Range(0, 100, ErrorMessage = "The discount must be between 0 and 100 percent")]
        public decimal DiscountLimit { get; set; }

        [Display(Name = "Lowest margin without approval")]
        [Range(0, 100, ErrorMessage = "The margin must be between 0 and 100 percent")]
        public decimal MarginFloor { get; set; }

        [Display(Name = "Proposals are valid")]
        [Range(1, 365, ErrorMessage = "Proposals are valid between 1 and 365 days")]
        public int ProposalDays { get; set; }
    }

    internal sealed class BrandEntry
    {
        [Display(Name = "Colour")]
        [Required(ErrorMessage = "Enter a colour as #rrggbb, such as #2456d6")]
        [RegularExpression("#[0-9a-fA-F]{6}", ErrorMessage = "Enter a colour as #rrggbb, such as #2456d6")]
        public string Color { get; set; } = "";

        [Display(Name = "Logo")]
        public IFormFile? Logo { get; set; }

        public bool RemoveLogo { get; set; }
    }
}
