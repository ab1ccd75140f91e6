using Microsoft.EntityFrameworkCore;
using Msp.Billing.Benchmarks.Runs.Tracked;
using Msp.Billing.Benchmarks.Workload;

namespace Msp.Billing.Benchmarks.Runs;

/// <summary>The month as it is first written with EF Core: load with includes, compute, add, save once.</summary>
internal sealed class TrackedPipeline : IDisposable
{
    private readonly TrackedContext _context;
    private readonly SeriesEntity _series;
    private readonly ILookup<long, PriceTierEntity> _tiers;

    private TrackedPipeline(string path)
    {
        var options = new DbContextOptionsBuilder<TrackedContext>();
        _context = new TrackedContext(path.Contains("Host=", StringComparison.Ordinal) ? options.UseNpgsql(path).Options : options.UseSqlite(PlainTables.ConnectionString(path)).Options);
        _series = _context.Set<SeriesEntity>().Single();
        _tiers = _context.Set<PriceTierEntity>().AsNoTracking().OrderBy(tier => tier.TierNo).ToLookup(tier => tier.TierTable);
    }

    /// <inheritdoc/>
    public void Dispose() => _context.Dispose();

    /// <summary>Bills March.</summary>
    /// <returns>How many invoices were written.</returns>
    internal static long Run(string path)
    {
        using var pipeline = new TrackedPipeline(path);
        return pipeline.Run();
    }

    private long Run()
    {
        var month = MspMonth1.Month;
        var before = _series.NextValue;
        using var transaction = _context.Database.BeginTransaction();
        var contracts = _context.Set<ContractEntity>().AsNoTracking().AsSplitQuery()
            .Include(contract => contract.Customer).ThenInclude(customer => customer == null ? null : customer.TaxRate)
            .Include(contract => contract.Charges)
            .Include(contract => contract.Usage.Where(usage => usage.PeriodStart == month.Start))
            .Where(contract => contract.StartDate < month.End && (contract.EndDate == null || contract.EndDate > month.Start))
            .Where(contract => !_context.Set<InvoiceEntity>().Any(invoice => invoice.ContractId == contract.Id && invoice.PeriodStart == month.Start))
            .OrderBy(contract => contract.Id)
            .ToList();
        foreach (var contract in contracts)
        {
            _context.Add(InvoiceOf(contract, _series.NextValue++));
        }

        _context.SaveChanges();
        transaction.Commit();
        return _series.NextValue - before;
    }

    private InvoiceEntity InvoiceOf(ContractEntity contract, long id)
    {
        var month = MspMonth1.Month;
        var from = contract.StartDate > month.Start ? contract.StartDate : month.Start;
        var until = contract.EndDate < month.End ? contract.EndDate.Value : month.End;
        var days = until.DayNumber - from.DayNumber;
        var invoice = new InvoiceEntity
        {
            Id = id,
            Number = FormattableString.Invariant($"INV-2026-{id:D7}"),
            ContractId = contract.Id,
            CustomerId = contract.CustomerId,
            PeriodStart = month.Start,
            PeriodEnd = month.End,
            IssueDate = month.End,
            DueDate = month.End.AddDays(contract.TermsDays),
            Currency = contract.Currency,
            TaxRateE4 = contract.Customer?.TaxRate?.RateE4 ?? throw new InvalidOperationException($"Contract {contract.Id} has no tax rate."),
            Status = "issued",
        };
        foreach (var charge in contract.Charges.OrderBy(charge => charge.LineNo))
        {
            var line = LineOf(charge, (contract.Usage.FirstOrDefault(usage => usage.LineNo == charge.LineNo)?.QuantityE3 ?? 0) / 1000m, days);
            invoice.Subtotal += line.Amount;
            invoice.Lines.Add(line);
        }

        invoice.Tax = Cents(invoice.Subtotal / 100m * (invoice.TaxRateE4 / 10_000m));
        invoice.Total = invoice.Subtotal + invoice.Tax;
        return invoice;
    }

    private InvoiceLineEntity LineOf(ChargeEntity charge, decimal used, int days)
    {
        var price = charge.UnitPriceE4.GetValueOrDefault() / 10_000m;
        var quantity = charge.Kind switch
        {
            "flat" => 1m,
            "allowance" => Math.Max(0m, used - (charge.IncludedE3 / 1000m)),
            "increment" => decimal.Ceiling(used / 15m) / 4m,
            _ => used,
        };
        var exact = charge.Kind == "graduated"
            ? _tiers[charge.TierTable.GetValueOrDefault()].Where(tier => tier.LowerQty < used)
                .Sum(tier => (Math.Min(used, tier.UpperQty ?? used) - tier.LowerQty) * (tier.UnitPriceE4 / 10_000m))
            : quantity * price;
        return new InvoiceLineEntity
        {
            LineNo = charge.LineNo,
            ChargeId = charge.Id,
            Description = charge.Description,
            QuantityE3 = decimal.ToInt64(quantity * 1000m),
            UnitPriceE4 = charge.UnitPriceE4,
            Amount = Cents(charge.Prorate && days < 31 ? exact * days / 31 : exact),
        };
    }

    private static long Cents(decimal exact) => decimal.ToInt64(Math.Round(exact * 100m, MidpointRounding.AwayFromZero));
}
