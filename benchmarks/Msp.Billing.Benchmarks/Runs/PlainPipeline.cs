using System.Data.Common;
using System.Globalization;
using Msp.Billing.Benchmarks.Workload;

namespace Msp.Billing.Benchmarks.Runs;

/// <summary>The month as a careful programmer would write it for this workload only: one query streamed, each row priced as it comes. How invoices are stored is the database's matter.</summary>
internal abstract class PlainPipeline
{
    private const string Due = """
        select contract.id, contract.customer_id, contract.terms_days, contract.start_date, contract.end_date, tax_rate.rate_e4,
               charge.line_no, charge.id, charge.kind, charge.description, charge.unit_price_e4, charge.tier_table, charge.included_e3, charge.prorate,
               coalesce(usage.quantity_e3, 0)
          from contract
          join customer on customer.id = contract.customer_id
          join tax_rate on tax_rate.code = customer.tax_code
          join charge on charge.contract_id = contract.id
          left join usage on usage.period_start = '2026-03-01' and usage.contract_id = contract.id and usage.line_no = charge.line_no
         where contract.start_date < '2026-04-01' and (contract.end_date is null or contract.end_date > '2026-03-01')
           and not exists (select 1 from invoice where invoice.contract_id = contract.id and invoice.period_start = '2026-03-01')
         order by contract.id, charge.line_no
        """;

    private readonly List<PlainLine> _lines = [];
    private Dictionary<long, PlainStep[]> _steps = [];
    private long _next;

    /// <summary>What comes of a connection that can be read while invoices are written.</summary>
    protected abstract DbConnection Reading { get; }

    /// <summary>Bills March.</summary>
    /// <returns>How many invoices were written.</returns>
    protected long Bill()
    {
        _steps = ReadSteps();
        var first = _next = Scalar("select next_value from invoice_series where series = 'INV-2026'");
        using var command = Reading.CreateCommand();
        command.CommandText = Due;
        using (var row = command.ExecuteReader())
        {
            PlainHeader header = default;
            while (row.Read())
            {
                if (row.GetInt64(0) is var id && id != header.Contract)
                {
                    Write(header);
                    header = HeaderOf(row, id);
                }

                _lines.Add(LineOf(row, header));
            }

            Write(header);
        }

        Finish(FormattableString.Invariant($"update invoice_series set next_value = {_next} where series = 'INV-2026'"));
        return _next - first;
    }

    /// <summary>Reads a day as the database keeps it.</summary>
    protected abstract DateOnly DayOf(DbDataReader row, int column);

    /// <summary>Stores an invoice.</summary>
    protected abstract void Store(in PlainInvoiceRow invoice, List<PlainLine> lines);

    /// <summary>Stores what is left, moves the series and commits.</summary>
    /// <param name="series">Moves the series.</param>
    protected abstract void Finish(string series);

    private static long Cents(decimal exact) => decimal.ToInt64(Math.Round(exact * 100m, MidpointRounding.AwayFromZero));

    private static (decimal Quantity, decimal Exact) Priced(decimal quantity, long? price) => (quantity, quantity * PriceOf(price));

    private static decimal PriceOf(long? price) => price.GetValueOrDefault() / 10_000m;

    private static decimal Graduated(decimal used, PlainStep[] steps)
    {
        var exact = 0m;
        foreach (var step in steps)
        {
            if (used <= step.Lower)
            {
                break;
            }

            exact += (Math.Min(used, step.Upper) - step.Lower) * step.UnitPrice;
        }

        return exact;
    }

    private PlainHeader HeaderOf(DbDataReader row, long id)
    {
        var start = DayOf(row, 3);
        var end = row.IsDBNull(4) ? MspMonth1.Month.End : DayOf(row, 4);
        var from = start > MspMonth1.Month.Start ? start : MspMonth1.Month.Start;
        var until = end < MspMonth1.Month.End ? end : MspMonth1.Month.End;
        return new PlainHeader(id, row.GetInt64(1), (int)row.GetInt64(2), until.DayNumber - from.DayNumber, row.GetInt64(5));
    }

    private PlainLine LineOf(DbDataReader row, in PlainHeader header)
    {
        var price = row.IsDBNull(10) ? (long?)null : row.GetInt64(10);
        var used = row.GetInt64(14) / 1000m;
        var (quantity, exact) = row.GetString(8) switch
        {
            "flat" => (1m, PriceOf(price)),
            "unit" => (used, used * PriceOf(price)),
            "allowance" => Priced(Math.Max(0m, used - (row.GetInt64(12) / 1000m)), price),
            "increment" => Priced(decimal.Ceiling(used / 15m) / 4m, price),
            "graduated" => (used, Graduated(used, _steps[row.GetInt64(11)])),
            var kind => throw new InvalidOperationException($"No such kind of charge: {kind}."),
        };
        var amount = row.GetInt64(13) != 0 && header.Days < 31 ? exact * header.Days / 31 : exact;
        return new PlainLine(row.GetInt64(6), row.GetInt64(7), row.GetString(9), decimal.ToInt64(quantity * 1000m), price, Cents(amount));
    }

    private void Write(in PlainHeader header)
    {
        if (_lines.Count == 0)
        {
            return;
        }

        var subtotal = 0L;
        foreach (var line in _lines)
        {
            subtotal += line.Amount;
        }

        var tax = Cents(subtotal / 100m * (header.TaxRate / 10_000m));
        Store(new PlainInvoiceRow(_next++, header.Contract, header.Customer, MspMonth1.Month.End.AddDays(header.PaymentDays), subtotal, header.TaxRate, tax), _lines);
        _lines.Clear();
    }

    private Dictionary<long, PlainStep[]> ReadSteps()
    {
        var steps = new Dictionary<long, List<PlainStep>>();
        using var command = Reading.CreateCommand();
        command.CommandText = "select tier_table, lower_qty, upper_qty, unit_price_e4 from price_tier order by tier_table, tier_no";
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            if (!steps.TryGetValue(row.GetInt64(0), out var table))
            {
                steps.Add(row.GetInt64(0), table = []);
            }

            table.Add(new PlainStep(row.GetInt64(1), row.IsDBNull(2) ? decimal.MaxValue : row.GetInt64(2), row.GetInt64(3) / 10_000m));
        }

        return steps.ToDictionary(table => table.Key, table => table.Value.ToArray());
    }

    private long Scalar(string sql)
    {
        using var command = Reading.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar() ?? throw new InvalidOperationException($"No answer to: {sql}"), CultureInfo.InvariantCulture);
    }

    private readonly record struct PlainHeader(long Contract, long Customer, int PaymentDays, int Days, long TaxRate);

    private readonly record struct PlainStep(decimal Lower, decimal Upper, decimal UnitPrice);
}
