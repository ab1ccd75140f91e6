using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Msp.Billing.Benchmarks.Runs;

/// <summary>The plain pipeline on PostgreSQL: one connection streams what is due, another puts in invoices and lines by binary copy, in one transaction.</summary>
internal sealed class CopyPipeline : PlainPipeline, IDisposable
{
    private const int MostKept = 5_000;
    private readonly NpgsqlConnection _reading;
    private readonly NpgsqlConnection _writing;
    private readonly NpgsqlTransaction _transaction;
    private readonly List<PlainInvoiceRow> _invoices = [];
    private readonly List<(long Invoice, PlainLine Line)> _lines = [];

    private CopyPipeline(string address)
    {
        _reading = PostgresTables.Open(address);
        _writing = PostgresTables.Open(address);
        _transaction = _writing.BeginTransaction();
    }

    /// <inheritdoc/>
    protected override DbConnection Reading => _reading;

    /// <inheritdoc/>
    public void Dispose()
    {
        _transaction.Dispose();
        _writing.Dispose();
        _reading.Dispose();
    }

    /// <summary>Bills March.</summary>
    /// <returns>How many invoices were written.</returns>
    internal static long Run(string address)
    {
        using var pipeline = new CopyPipeline(address);
        return pipeline.Bill();
    }

    /// <inheritdoc/>
    protected override DateOnly DayOf(DbDataReader row, int column) => row.GetFieldValue<DateOnly>(column);

    /// <inheritdoc/>
    protected override void Store(in PlainInvoiceRow invoice, List<PlainLine> lines)
    {
        _invoices.Add(invoice);
        foreach (var line in lines)
        {
            _lines.Add((invoice.Id, line));
        }

        if (_invoices.Count == MostKept)
        {
            Put();
        }
    }

    /// <inheritdoc/>
    protected override void Finish(string series)
    {
        Put();
        PostgresTables.Execute(_writing, series);
        _transaction.Commit();
    }

    private void Put()
    {
        using (var copy = _writing.BeginBinaryImport("COPY invoice FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var invoice in _invoices)
            {
                copy.StartRow();
                copy.Write(invoice.Id, NpgsqlDbType.Bigint);
                copy.Write(invoice.Number, NpgsqlDbType.Text);
                copy.Write(invoice.Contract, NpgsqlDbType.Bigint);
                copy.Write(invoice.Customer, NpgsqlDbType.Bigint);
                copy.Write(Workload.MspMonth1.Month.Start, NpgsqlDbType.Date);
                copy.Write(Workload.MspMonth1.Month.End, NpgsqlDbType.Date);
                copy.Write(Workload.MspMonth1.Month.End, NpgsqlDbType.Date);
                copy.Write(invoice.Due, NpgsqlDbType.Date);
                copy.Write("USD", NpgsqlDbType.Text);
                copy.Write(invoice.Subtotal, NpgsqlDbType.Bigint);
                copy.Write(invoice.TaxRate, NpgsqlDbType.Bigint);
                copy.Write(invoice.Tax, NpgsqlDbType.Bigint);
                copy.Write(invoice.Subtotal + invoice.Tax, NpgsqlDbType.Bigint);
                copy.Write("issued", NpgsqlDbType.Text);
            }

            copy.Complete();
        }

        using (var copy = _writing.BeginBinaryImport("COPY invoice_line FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var (invoice, line) in _lines)
            {
                copy.StartRow();
                copy.Write(invoice, NpgsqlDbType.Bigint);
                copy.Write(line.Number, NpgsqlDbType.Bigint);
                copy.Write(line.Charge, NpgsqlDbType.Bigint);
                copy.Write(line.Description, NpgsqlDbType.Text);
                copy.Write(line.Quantity, NpgsqlDbType.Bigint);
                if (line.UnitPrice is { } price)
                {
                    copy.Write(price, NpgsqlDbType.Bigint);
                }
                else
                {
                    copy.WriteNull();
                }

                copy.Write(line.Amount, NpgsqlDbType.Bigint);
            }

            copy.Complete();
        }

        _invoices.Clear();
        _lines.Clear();
    }
}
