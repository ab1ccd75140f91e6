using Msp.Billing.Catalog;

namespace Msp.Billing.Tests.Catalog;

public sealed class ServiceCatalogTests
{
    private static readonly Service Helpdesk = new("helpdesk", "Helpdesk", ServiceLine.Helpdesk, BillingUnit.User);
    private static readonly Service Backup = new("backup", "Cloud backup", ServiceLine.BackupAndRecovery, BillingUnit.Gigabyte)
    {
        TaxCategory = TaxCategory.Reduced,
        LedgerAccount = "4300",
        Description = "Nightly, kept for 30 days",
    };

    private static readonly Service Restore = new("restore-test", "Restore test", ServiceLine.BackupAndRecovery, BillingUnit.Piece);

    [Fact]
    public void Finds_services_by_code_and_by_line()
    {
        var catalog = new ServiceCatalog(Helpdesk, Backup, Restore);

        Assert.Same(Backup, catalog.Get("backup"));
        Assert.Null(catalog.Find("Backup"));
        Assert.Equal([Backup, Restore], catalog.In(ServiceLine.BackupAndRecovery));
        Assert.Equal([Helpdesk, Backup, Restore], catalog.Services);
    }

    [Fact]
    public void Refuses_two_services_of_one_code()
    {
        var refused = Assert.Throws<ArgumentException>(() =>
            new ServiceCatalog(Helpdesk, new Service("helpdesk", "Service desk", ServiceLine.Helpdesk, BillingUnit.AnyDevice)));

        Assert.StartsWith("The catalogue has two services 'helpdesk': Helpdesk and Service desk.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_code_is_refused_with_the_known_ones()
    {
        var refused = Assert.Throws<ArgumentException>(() => new ServiceCatalog(Helpdesk, Backup).Get("patching"));

        Assert.StartsWith("The catalogue has no service 'patching'. It has: helpdesk, backup.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_is_taxed_at_the_standard_rate_unless_it_says_otherwise()
    {
        Assert.Equal((TaxCategory.Standard, "", ""), (Helpdesk.TaxCategory, Helpdesk.LedgerAccount, Helpdesk.Description));
        Assert.Equal((TaxCategory.Reduced, "4300"), (Backup.TaxCategory, Backup.LedgerAccount));
    }

    [Fact]
    public void Refuses_a_service_without_a_line_a_name_or_a_tax_category()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Service("a", "A", 0, BillingUnit.User));
        Assert.Throws<ArgumentException>(() => new Service(" ", "A", ServiceLine.Helpdesk, BillingUnit.User));
        Assert.Throws<ArgumentException>(() => new Service("a", "", ServiceLine.Helpdesk, BillingUnit.User));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Service("a", "A", ServiceLine.Helpdesk, BillingUnit.User) { TaxCategory = 0 });
    }
}
