using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Msp.Billing.Benchmarks.Runs;

/// <summary>The plain pipeline on SQLite: two prepared inserts, one transaction.</summary>
internal sealed class PreparedPipeline : PlainPipeline, IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly PreparedInsert _invoice;
    private readonly PreparedInsert _line;
    private readonly Dictionary<string, DateOnly> _days = [];

    private PreparedPipeline(string path)
    {
        _connection = PlainTables.Open(path);
        _transaction = _connection.BeginTransaction();
        _invoice = new PreparedInsert(_connection, "invoice", 14);
        _line = new PreparedInsert(_connection, "invoice_line", 7);
    }

    /// <inheritdoc/>
    protected override DbConnection Reading => _connection;

    /// <inheritdoc/>
    public void Dispose()
    {
        _line.Dispose();
        _invoice.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    /// <summary>Bills March.</summary>
    /// <returns>How many invoices were written.</returns>
    internal static long Run(string path)
    {
        using var pipeline = new PreparedPipeline(path);
        return pipeline.Bill();
    }

    /// <inheritdoc/>
    protected override DateOnly DayOf(DbDataReader row, int column)
    {
        var text = row.GetString(column);
        if (!_days.TryGetValue(text, out var day))
        {
            _days.Add(text, day = DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture));
        }

        return day;
    }

    /// <inheritdoc/>
    protected override void Store(in PlainInvoiceRow invoice, List<PlainLine> lines)
    {
        _invoice.Run(
            invoice.Id, invoice.Number, invoice.Contract, invoice.Customer, "2026-03-01", "2026-04-01", "2026-04-01", invoice.Due.ToString("O", CultureInfo.InvariantCulture),
            "USD", invoice.Subtotal, invoice.TaxRate, invoice.Tax, invoice.Subtotal + invoice.Tax, "issued");
        foreach (var line in lines)
        {
            _line.Run(invoice.Id, line.Number, line.Charge, line.Description, line.Quantity, line.UnitPrice, line.Amount);
        }
    }

    /// <inheritdoc/>
    protected override void Finish(string series)
    {
        PlainTables.Execute(_connection, series);
        _transaction.Commit();
    }
}
