using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages;

/// <summary>The first page of a new install: makes the organisation and its first administrator. Gone once there is a user.</summary>
internal sealed class SetupModel(
    StaffAccounts accounts, UserManager<StaffUser> users, SignInManager<StaffUser> signIn, DatabaseFile file, WebDb web, TimeProvider clock, Texts texts, IConfiguration configuration) : PageModel
{
    [BindProperty]
    public Entry Input { get; set; } = new();

    public static IReadOnlyList<string> CurrencyCodes { get; } = ["EUR", "USD", "GBP", "CHF", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "CZK", "JPY"];

    public static IEnumerable<string> TimeZones { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The seller that is stored already, by the command line; null in an empty database.</summary>
    public Seller? Known { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await IsOver() is { } answer)
        {
            return answer;
        }

        Input.TimeZone = TimeZones.Contains("Europe/Berlin") ? "Europe/Berlin" : TimeZones.FirstOrDefault("Etc/UTC");
        Input.UseSample = true;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await IsOver() is { } answer)
        {
            return answer;
        }

        var needsSeller = Known is null && !Input.UseSample;
        foreach (var key in needsSeller ? [] : new[] { "Input.Organisation", "Input.Country", "Input.Currency", "Input.TimeZone" })
        {
            ModelState.Remove(key);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var sellerId = MakeSeller(out var behind);
        web.Settings.Add(new SellerSettings { SellerId = sellerId, ClockBehindTicks = behind.Ticks });
        await web.SaveChangesAsync();
        var (user, error) = await accounts.Add(sellerId, Input.Name, Input.Email, Input.Password, StaffRoles.All.Where(role => role != StaffRoles.Auditor));
        if (user is null)
        {
            ModelState.AddModelError("Input.Password", texts[error]);
            return Page();
        }

        await signIn.SignInAsync(user, isPersistent: false);
        return LocalRedirect("/");
    }

    private long MakeSeller(out TimeSpan behind)
    {
        behind = TimeSpan.Zero;
        using var store = file.Open();
        if (Known is not null)
        {
            return new SellerBook(store).All()[0].Id;
        }

        if (Input.UseSample)
        {
            behind = clock.GetUtcNow() - SampleCompany.Now;
            return SampleCompany.Load(store);
        }

        using var transaction = store.Begin();
        var id = new SellerBook(store).Add(new Seller("main", Input.Organisation, Input.Country.ToUpperInvariant(), Currency.FromCode(Input.Currency), Input.TimeZone));
        transaction.Commit();
        return id;
    }

    private async Task<IActionResult?> IsOver()
    {
        if (await users.Users.AnyAsync())
        {
            return NotFound();
        }

        // Whoever comes first becomes the administrator; on a network that may be anybody.
        if (HttpContext.Connection.RemoteIpAddress is not { } address || (!IPAddress.IsLoopback(address) && !configuration.GetValue<bool>("Setup:AllowRemote")))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        using var store = file.Open();
        Known = new SellerBook(store).All().Select(one => one.Seller).FirstOrDefault();
        return null;
    }

    internal sealed class Entry
    {
        public bool UseSample { get; set; }

        [Display(Name = "Registered name")]
        [Required(ErrorMessage = "Enter the name of your organisation")]
        [StringLength(200)]
        public string Organisation { get; set; } = "";

        [Display(Name = "Country")]
        [Required(ErrorMessage = "Enter the country as two letters, such as DE")]
        [RegularExpression("[A-Za-z]{2}", ErrorMessage = "Enter the country as two letters, such as DE")]
        public string Country { get; set; } = "";

        [Display(Name = "Currency of the books")]
        [Required]
        [RegularExpression("[A-Z]{3}")]
        public string Currency { get; set; } = "EUR";

        [Display(Name = "Time zone")]
        [Required]
        public string TimeZone { get; set; } = "";

        [Display(Name = "Your name")]
        [Required(ErrorMessage = "Enter your name")]
        [StringLength(120)]
        public string Name { get; set; } = "";

        [Display(Name = "Email address")]
        [Required(ErrorMessage = "Enter your email address")]
        [EmailAddress(ErrorMessage = "Enter an email address, such as name@example.com")]
        [StringLength(256)]
        public string Email { get; set; } = "";

        [Display(Name = "Password")]
        [Required(ErrorMessage = "Enter a password")]
        [StringLength(256, MinimumLength = 12, ErrorMessage = "The password must have 12 characters or more")]
        public string Password { get; set; } = "";
    }
}
