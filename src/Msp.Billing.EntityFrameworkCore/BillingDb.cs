using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Schema;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore;

/// <summary>The tables, for migrations, pages and queries. The invoice run does not come here: see <see cref="BillingStore"/>.</summary>
/// <remarks>
/// Holds nothing that only one database knows. The seller is the first part of every key, so that a database can be divided by seller later.
/// Money is kept in minor units, prices and quantities in millionths, instants in ticks of UTC, all as 64-bit integers.
/// Month arithmetic has no place in a query: SQLite's differs from everyone else's.
/// </remarks>
public abstract class BillingDb : DbContext
{
    /// <summary>Creates a context.</summary>
    protected BillingDb(DbContextOptions options)
        : base(options)
    {
    }

    /// <summary>A seller's posted documents, for queries such as <see cref="InvoicesOpen"/>; see <see cref="SpecificationEvaluator"/>.</summary>
    /// <param name="sellerId">The seller's number in storage.</param>
    public IQueryable<InvoiceSummary> Invoices(long sellerId) =>
        from invoice in Set<InvoiceRow>().AsNoTracking()
        where invoice.SellerId == sellerId
        join contract in Set<ContractRow>() on new { invoice.SellerId, invoice.ContractId } equals new { contract.SellerId, contract.ContractId }
        join customer in Set<CustomerRow>() on new { invoice.SellerId, invoice.CustomerId } equals new { customer.SellerId, customer.CustomerId }
        select new InvoiceSummary
        {
            Number = invoice.Number,
            Kind = invoice.Kind,
            Contract = contract.Number,
            Customer = customer.Number,
            CustomerName = customer.Name,
            IssueDay = invoice.IssueDay,
            DueDay = invoice.DueDay,
            Currency = invoice.Currency,
            SubtotalMinorUnits = invoice.Subtotal,
            TaxMinorUnits = invoice.Tax,
            TotalMinorUnits = invoice.Total,
            SettledMinorUnits = Set<InvoiceEventRow>().Where(happened => happened.SellerId == invoice.SellerId && happened.InvoiceId == invoice.InvoiceId)
                .Sum(happened => happened.Settled),
            Status = Set<InvoiceEventRow>().Where(happened => happened.SellerId == invoice.SellerId && happened.InvoiceId == invoice.InvoiceId)
                .OrderByDescending(happened => happened.EventNo).Select(happened => (InvoiceStatus?)happened.Status).FirstOrDefault() ?? InvoiceStatus.Posted,
        };

    /// <summary>A seller's contracts as they stood when <see cref="ContractSummaries"/> was last refreshed, for queries such as <see cref="ContractsDue"/>.</summary>
    /// <param name="sellerId">The seller's number in storage.</param>
    public IQueryable<ContractSummary> Contracts(long sellerId) =>
        Set<ContractSummary>().AsNoTracking().Where(summary => EF.Property<long>(summary, ContractTables.SellerId) == sellerId);

    /// <summary>Those of <see cref="Contracts(long)"/> with letters in their number or in their customer's name, whatever the capitals and accents.</summary>
    /// <param name="sellerId">The seller's number in storage.</param>
    /// <param name="letters">The letters; all contracts where there are none.</param>
    public IQueryable<ContractSummary> Contracts(long sellerId, string? letters)
    {
        if (string.IsNullOrWhiteSpace(letters))
        {
            return Contracts(sellerId);
        }

        var (number, name) = (SearchLetters.Small(letters), NameKey.Of(letters));
        var customers = Set<CustomerRow>().Where(customer => customer.SellerId == sellerId && customer.NameKey.Contains(name)).Select(customer => customer.Number);
#pragma warning disable CA1304, CA1311, CA1862 // said in SQL, where lower() knows no culture
        return Contracts(sellerId).Where(summary => summary.Number.ToLower().Contains(number) || customers.Contains(summary.Customer));
#pragma warning restore CA1304, CA1311, CA1862
    }

    /// <inheritdoc/>
    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<decimal>().HaveConversion<Millionths>();
        configurationBuilder.Properties<Currency>().HaveConversion<CurrencyCode>();

        // Every index costs time in the run; the ones that are needed are named in the model.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        PartyTables.Add(modelBuilder);
        ContractTables.Add(modelBuilder);
        DocumentTables.Add(modelBuilder);
        RunTables.Add(modelBuilder);
        ChunkTables.Add(modelBuilder);
        QuoteTables.Add(modelBuilder);
        InsightTables.Add(modelBuilder);
        LedgerTables.Add(modelBuilder);
        CorrectionTables.Add(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase.Of(property.Name));
                property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            }
        }
    }
}
