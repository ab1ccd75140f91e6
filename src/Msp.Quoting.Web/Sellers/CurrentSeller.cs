using Microsoft.EntityFrameworkCore;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Sellers;

/// <summary>The seller of the signed-in user, with its store, clock and settings. One for each request; opened when first needed.</summary>
internal sealed class CurrentSeller(IHttpContextAccessor context, DatabaseFile file, WebDb web, TimeProvider world) : IDisposable
{
    private BillingStore? _store;
    private (Seller Seller, long Version)? _seller;
    private SellerClock? _clock;
    private SellerSettings? _settings;
    private ImportedCatalog? _catalog;
    private BillingDb? _tables;
    private bool _areSummariesFresh;
    private readonly Dictionary<string, string> _planNames = new(StringComparer.Ordinal);

    /// <summary>The seller's number in storage; the first part of every key.</summary>
    public long Id => StaffClaims.SellerIdOf(User);

    /// <summary>Who acts, for the audit log and amendments.</summary>
    public string Author => StaffClaims.AuthorOf(User);

    /// <summary>The open store; closed at the end of the request.</summary>
    public BillingStore Store => _store ??= file.Open();

    /// <summary>The seller as it is stored.</summary>
    public Seller Seller => Loaded.Seller;

    /// <summary>The version to give back when the seller is changed.</summary>
    public long Version => Loaded.Version;

    /// <summary>Its clock and calendar.</summary>
    public SellerClock Clock => _clock ??= new SellerClock(world, TimeSpan.FromTicks(Settings.ClockBehindTicks), TimeZoneInfo.FindSystemTimeZoneById(Seller.TimeZone));

    /// <summary>What it set for its pages; not tracked.</summary>
    public SellerSettings Settings => _settings ??= web.Settings.AsNoTracking().SingleOrDefault(one => one.SellerId == Id) ?? new SellerSettings { SellerId = Id };

    /// <summary>What it sells.</summary>
    public ImportedCatalog Catalog => _catalog ??= StoredCatalog.Read(Store, Id);

    /// <summary>The name of a plan; its code where there is no such plan any more. Lists ask this: the whole catalogue grows with every price that is published.</summary>
    public string PlanName(string code) => _planNames.TryGetValue(code, out var known) ? known : _planNames[code] = StoredCatalog.NameOfPlan(Store, Id, code) ?? code;

    /// <summary>The tables, for queries; closed at the end of the request.</summary>
    public BillingDb Tables => _tables ??= BillingStorage.CreateContext(file.Path);

    /// <summary>One row for each contract as it stands today, for lists and searches.</summary>
    public IQueryable<ContractSummary> Contracts => ContractsWith(null);

    private (Seller Seller, long Version) Loaded => _seller ??= new SellerBook(Store).All().Where(one => one.Id == Id).Select(one => (one.Seller, one.Version)).First();

    private System.Security.Claims.ClaimsPrincipal User => (context.HttpContext ?? throw new InvalidOperationException("There is no request.")).User;

    /// <summary>Those of <see cref="Contracts"/> with letters in their number or in their customer's name.</summary>
    /// <param name="letters">The letters; all contracts where there are none.</param>
    public IQueryable<ContractSummary> ContractsWith(string? letters)
    {
        if (!_areSummariesFresh)
        {
            var today = Clock.Today;
            if (!Tables.Contracts(Id).Any(summary => summary.AsOf == today))
            {
                using var transaction = Store.Begin();
                new ContractSummaries(Store, Id).Refresh(today);
                transaction.Commit();
            }

            _areSummariesFresh = true;
        }

        return Tables.Contracts(Id, letters);
    }

    /// <summary>Does something and records it, both or neither.</summary>
    /// <param name="action">What is recorded, short and stable, such as <c>prices-published</c>.</param>
    /// <param name="subject">To what.</param>
    /// <param name="write">Does it, in a transaction.</param>
    /// <param name="detailJson">Anything more, as JSON.</param>
    /// <exception cref="StorageException">It cannot be stored; nothing was.</exception>
    public void Record(string action, string subject, Action<BillingStore> write, string? detailJson = null) => Record(
        action,
        store =>
        {
            write(store);
            return subject;
        },
        detailJson);

    /// <summary>Does something and records it, both or neither.</summary>
    /// <param name="action">What is recorded, short and stable.</param>
    /// <param name="write">Does it, in a transaction, and says to what.</param>
    /// <param name="detailJson">Anything more, as JSON.</param>
    /// <exception cref="StorageException">It cannot be stored; nothing was.</exception>
    public void Record(string action, Func<BillingStore, string> write, string? detailJson = null)
    {
        using var transaction = Store.Begin();
        var subject = write(Store);
        new AuditLog(Store, Id).Append(new AuditEntry(world.GetUtcNow(), Author, action, subject, detailJson));
        transaction.Commit();
        (_seller, _catalog, _settings) = (null, null, null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _tables?.Dispose();
        _store?.Dispose();
    }
}
