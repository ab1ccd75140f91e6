using System.Globalization;
using Microsoft.Data.Sqlite;
using Msp.Billing.Benchmarks.Workload;
using Msp.Billing.Plans;

namespace Msp.Billing.Benchmarks.Runs;

/// <summary>The tables that MSP-MONTH-1 asks for and no others: what the two baselines read and write.</summary>
/// <remarks>Amounts in cents, prices in ten-thousandths of a dollar, quantities in thousandths, days as ISO text.</remarks>
internal static class PlainTables
{
    /// <summary>What is read, in SQLite's words.</summary>
    internal const string Input = """
        create table tax_rate(code text primary key, rate_e4 integer not null) without rowid;
        create table price_tier(tier_table integer not null, tier_no integer not null, lower_qty integer not null, upper_qty integer, unit_price_e4 integer not null,
          primary key(tier_table, tier_no)) without rowid;
        create table customer(id integer primary key, name text not null, tax_code text not null references tax_rate(code));
        create table contract(id integer primary key, customer_id integer not null references customer(id), plan text not null, start_date text not null,
          end_date text, terms_days integer not null, currency text not null);
        create table charge(id integer primary key, contract_id integer not null references contract(id), line_no integer not null, kind text not null,
          description text not null, unit_price_e4 integer, tier_table integer, included_e3 integer not null, prorate integer not null, unique(contract_id, line_no));
        create table usage(period_start text not null, contract_id integer not null references contract(id), line_no integer not null, quantity_e3 integer not null,
          primary key(period_start, contract_id, line_no)) without rowid;
        """;

    /// <summary>What is written, in SQLite's words.</summary>
    internal const string Output = """
        create table invoice_series(series text primary key, next_value integer not null) without rowid;
        insert into invoice_series values('INV-2026', 1);
        create table invoice(id integer primary key, number text not null unique, contract_id integer not null references contract(id),
          customer_id integer not null references customer(id), period_start text not null, period_end text not null, issue_date text not null,
          due_date text not null, currency text not null, subtotal integer not null, tax_rate_e4 integer not null, tax integer not null, total integer not null,
          status text not null, unique(contract_id, period_start));
        create table invoice_line(invoice_id integer not null references invoice(id), line_no integer not null, charge_id integer not null,
          description text not null, quantity_e3 integer not null, unit_price_e4 integer, amount integer not null, primary key(invoice_id, line_no)) without rowid;
        """;

    /// <summary>A connection as the baselines use it.</summary>
    internal static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(ConnectionString(path));
        connection.Open();
        Execute(connection, "pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -65536;");
        return connection;
    }

    /// <summary>What opens the file.</summary>
    internal static string ConnectionString(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, Pooling = false }.ConnectionString;

    /// <summary>Runs statements that give no rows.</summary>
    internal static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Makes a file with the contracts of the workload and no invoice.</summary>
    internal static void Create(string path, int contracts)
    {
        File.Delete(path);
        using var connection = Open(path);
        Execute(connection, Input);
        Execute(connection, Output);
        using var transaction = connection.BeginTransaction();
        LoadPrices(connection);
        using var customer = new PreparedInsert(connection, "customer", 3);
        using var contract = new PreparedInsert(connection, "contract", 7);
        using var charge = new PreparedInsert(connection, "charge", 9);
        using var usage = new PreparedInsert(connection, "usage", 4);
        foreach (var drawn in MspMonth1.Draw(contracts))
        {
            customer.Run(drawn.Id, WorkloadBook.CustomerOf(drawn).Name, MspMonth1.TaxCodes[drawn.TaxCode]);
            contract.Run(drawn.Id, drawn.Id, drawn.Tier.ToString(), Day(drawn.Start), drawn.End is { } end ? Day(end) : null, drawn.PaymentDays, "USD");
            LoadCharges(charge, drawn);
            LoadUsage(usage, drawn);
        }

        transaction.Commit();
        Execute(connection, "analyze;");
    }

    /// <summary>What was written, added up in the order of the numbers.</summary>
    internal static WorkloadSum SumOf(string path)
    {
        var sum = new WorkloadSum();
        using var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = "select line_no, amount from invoice_line";
        using (var lines = command.ExecuteReader())
        {
            while (lines.Read())
            {
                sum.AddLine(lines.GetInt32(0), lines.GetInt64(1));
            }
        }

        command.CommandText = "select number, subtotal, tax from invoice order by number";
        using var invoices = command.ExecuteReader();
        while (invoices.Read())
        {
            var sequence = long.Parse(invoices.GetString(0).AsSpan("INV-2026-".Length), CultureInfo.InvariantCulture);
            sum.AddInvoice(sequence, invoices.GetInt64(1), invoices.GetInt64(2));
        }

        return sum;
    }

    private static void LoadPrices(SqliteConnection connection)
    {
        using var rate = new PreparedInsert(connection, "tax_rate", 2);
        for (var i = 0; i < MspMonth1.TaxCodes.Count; i++)
        {
            rate.Run(MspMonth1.TaxCodes[i], decimal.ToInt64(MspMonth1.TaxPercents[i] * 100m));
        }

        using var tier = new PreparedInsert(connection, "price_tier", 5);
        foreach (var plan in Enum.GetValues<PricingTier>())
        {
            var (number, lower) = (1, 0m);
            foreach (var step in WorkloadPrices.Of(plan).Users)
            {
                tier.Run((int)plan, number++, decimal.ToInt64(lower), step.UpTo is { } upper ? decimal.ToInt64(upper) : null, TenThousandths(step.UnitPrice));
                lower = step.UpTo ?? lower;
            }
        }
    }

    private static void LoadCharges(PreparedInsert charge, in DrawnContract drawn)
    {
        var prices = WorkloadPrices.Of(drawn.Tier);
        var first = ((drawn.Id - 1) * 5) + 1;
        charge.Run(first, drawn.Id, 1, "flat", $"Managed platform fee - {drawn.Tier}", TenThousandths(prices.Platform), null, 0, 1);
        charge.Run(first + 1, drawn.Id, 2, "graduated", "Managed users", null, (int)drawn.Tier, 0, 1);
        charge.Run(first + 2, drawn.Id, 3, "unit", "Managed devices", TenThousandths(drawn.DevicePrice), null, 0, 1);
        charge.Run(first + 3, drawn.Id, 4, "allowance", "Backup storage above allowance (GB)", TenThousandths(prices.Storage), null, decimal.ToInt64(prices.IncludedStorage * 1000m), 0);
        charge.Run(first + 4, drawn.Id, 5, "increment", "Remote support (h)", TenThousandths(prices.SupportHour), null, 0, 0);
    }

    private static void LoadUsage(PreparedInsert usage, in DrawnContract drawn)
    {
        var month = Day(MspMonth1.Month.Start);
        usage.Run(month, drawn.Id, 2, drawn.Users * 1000L);
        usage.Run(month, drawn.Id, 3, drawn.Devices * 1000L);
        usage.Run(month, drawn.Id, 4, drawn.StorageThousandths);
        usage.Run(month, drawn.Id, 5, drawn.SupportMinutes * 1000L);
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static long TenThousandths(decimal price) => decimal.ToInt64(price * 10_000m);
}
