using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Sqlite;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

public sealed class DocumentAuditTests : IDisposable
{
    private static readonly DocumentSeries Invoices = new("INV-2026");
    private readonly TempDatabase _database = new();

    public DocumentAuditTests()
    {
        PostedMonth.Post(_database, 5);
        _database.Add(PostedMonth.ContractOf("C-6"));
        StorageGuards.Drop(_database.Store);
        _database.Store.Execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
    }

    private DocumentAudit Audit => new(_database.Store, _database.SellerId);

    public void Dispose() => _database.Dispose();

    [Fact]
    public void What_was_posted_is_read_back_with_the_same_bytes_and_an_unbroken_chain()
    {
        using var reader = new DocumentReader(_database.Store, _database.SellerId);
        using var canonical = new CanonicalDocument();

        var stored = reader.OfSeries(Invoices).ToArray();

        Assert.Equal([1, 2, 3, 4, 5], stored.Select(one => one.Document.Sequence));
        Assert.All(stored, one => Assert.Equal(one.Hash, canonical.HashOf(one.Document)));
        Assert.Equal(CanonicalDocument.NoPredecessor, stored[0].Document.PreviousHash);
        Assert.All(Enumerable.Range(1, 4), i => Assert.Equal(stored[i - 1].Hash, stored[i].Document.PreviousHash));
        Assert.Equal("INV-2026-0000003", reader.Find("INV-2026-0000003")?.Document.Number);
        Assert.Null(reader.Find("INV-2026-0000006"));
        Assert.Equal(5, reader.OfRun(1).Count());
        Assert.Null(Audit.VerifyChain(Invoices));
        Assert.Empty(Audit.Faults());
        Assert.Equal([Invoices], Audit.Series());
    }

    [Theory]
    [InlineData("invoice", "previous_hash", "zeroblob(32)", "INV-2026-0000003")]
    [InlineData("invoice", "hash", "zeroblob(32)", "INV-2026-0000003")]
    [InlineData("invoice", "issue_day", "'2026-03-02'", "INV-2026-0000003")]
    [InlineData("invoice", "due_day", "'2026-05-01'", "INV-2026-0000003")]
    [InlineData("invoice", "from_day", "'2026-02-01'", "INV-2026-0000003")]
    [InlineData("invoice", "until_day", "'2026-05-01'", "INV-2026-0000003")]
    [InlineData("invoice", "currency", "'USD'", "INV-2026-0000003")]
    [InlineData("invoice", "subtotal", "subtotal - 1", "INV-2026-0000003")]
    [InlineData("invoice", "tax", "tax - 1", "INV-2026-0000003")]
    [InlineData("invoice", "known_at", "known_at - 1", "INV-2026-0000003")]
    [InlineData("invoice", "kind", "2", "INV-2026-0000003")]
    [InlineData("invoice", "contract_id", "6", "INV-2026-0000003")]
    [InlineData("invoice", "sequence", "7", "INV-2026-0000003")]
    [InlineData("invoice_line", "line_id", "2", "INV-2026-0000003")]
    [InlineData("invoice_line", "charge", "charge || '-'", "INV-2026-0000003")]
    [InlineData("invoice_line", "description", "upper(description)", "INV-2026-0000003")]
    [InlineData("invoice_line", "kind", "2", "INV-2026-0000003")]
    [InlineData("invoice_line", "cause", "1", "INV-2026-0000003")]
    [InlineData("invoice_line", "period_start", "'2026-02-01'", "INV-2026-0000003")]
    [InlineData("invoice_line", "period_end", "'2026-05-01'", "INV-2026-0000003")]
    [InlineData("invoice_line", "from_day", "'2026-02-01'", "INV-2026-0000003")]
    [InlineData("invoice_line", "until_day", "'2026-05-01'", "INV-2026-0000003")]
    [InlineData("invoice_line", "unit", "'site'", "INV-2026-0000003")]
    [InlineData("invoice_line", "quantity", "quantity + 1", "INV-2026-0000003")]
    [InlineData("invoice_line", "unit_price", "unit_price + 1", "INV-2026-0000003")]
    [InlineData("invoice_line", "unit_price", "NULL", "INV-2026-0000003")]
    [InlineData("invoice_line", "share_numerator", "2", "INV-2026-0000003")]
    [InlineData("invoice_line", "share_denominator", "2", "INV-2026-0000003")]
    [InlineData("invoice_line", "amount", "amount - 1", "INV-2026-0000003")]
    [InlineData("invoice_line", "net", "net - 1", "INV-2026-0000003")]
    [InlineData("invoice_line", "tax_category", "2", "INV-2026-0000003")]
    [InlineData("invoice_line", "tax_rate", "70000", "INV-2026-0000003")]
    [InlineData("invoice_line", "tax_point", "'2026-03-02'", "INV-2026-0000003")]
    [InlineData("invoice_line", "round", "1", "INV-2026-0000003")]
    [InlineData("invoice_line", "piece", "1", "INV-2026-0000003")]
    [InlineData("invoice_line", "ledger_account", "'9999'", "INV-2026-0000003")]
    [InlineData("invoice_tax", "category", "2", "INV-2026-0000003")]
    [InlineData("invoice_tax", "rate", "70000", "INV-2026-0000003")]
    [InlineData("invoice_tax", "base", "base - 1", "INV-2026-0000003")]
    [InlineData("invoice_tax", "tax", "tax - 1", "INV-2026-0000003")]
    public void One_changed_value_breaks_the_chain_at_its_document(string table, string column, string value, string broken)
    {
        _database.Store.Execute($"UPDATE {table} SET {column} = {value} WHERE invoice_id = 3");

        Assert.Equal(broken, Audit.VerifyChain(Invoices));
    }

    [Fact]
    public void Every_column_of_a_document_is_covered_above_or_leads_to_one_that_is()
    {
        // Keys inside storage, and what is recorded about the posting but does not stand on the document.
        string[] outside = ["seller_id", "invoice_id", "run_id", "posted_at", "line_count", "line_no", "tax_no", "total", "series", "number", "customer_id"];
        var tested = typeof(DocumentAuditTests).GetMethod(nameof(One_changed_value_breaks_the_chain_at_its_document))?
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false).Cast<InlineDataAttribute>().Select(row => $"{row.Data[0]}.{row.Data[1]}").ToHashSet() ?? [];
        using var columns = _database.Store.Prepare("SELECT m.name, c.name FROM sqlite_schema AS m, pragma_table_info(m.name) AS c WHERE m.type = 'table' AND m.name IN ('invoice', 'invoice_line', 'invoice_tax')");
        while (columns.Step())
        {
            var (table, column) = (columns.Text(0), columns.Text(1));
            Assert.True(outside.Contains(column) || tested.Contains($"{table}.{column}") || (table, column) == ("invoice_line", "contract_id"), $"{table}.{column}");
        }
    }

    [Fact]
    public void A_missing_number_is_named()
    {
        _database.Store.Execute("DELETE FROM invoice WHERE invoice_id = 3");

        var fault = Assert.Single(Audit.Faults(), fault => fault.Kind == DocumentFaultKind.Gap);
        Assert.Equal("INV-2026-0000003", fault.Number);
    }

    [Fact]
    public void A_missing_last_number_is_named()
    {
        _database.Store.Execute("DELETE FROM invoice_line WHERE invoice_id = 5; DELETE FROM invoice_tax WHERE invoice_id = 5; DELETE FROM invoice WHERE invoice_id = 5");

        var fault = Assert.Single(Audit.Faults());
        Assert.Equal(("INV-2026-0000005", DocumentFaultKind.Gap), (fault.Number, fault.Kind));
    }

    [Fact]
    public void A_document_put_in_the_place_of_another_with_a_hash_of_its_own_breaks_the_next_one()
    {
        using var reader = new DocumentReader(_database.Store, _database.SellerId);
        using var canonical = new CanonicalDocument();
        _database.Store.Execute("UPDATE invoice_line SET description = 'Something else' WHERE invoice_id = 3");
        var forged = canonical.HashOf(reader.Find("INV-2026-0000003")!.Document);
        using var update = _database.Store.Prepare("UPDATE invoice SET hash = ?1 WHERE invoice_id = 3");
        update.Bind(1, forged.AsSpan()).Run();

        Assert.Equal("INV-2026-0000004", Audit.VerifyChain(Invoices));
    }

    [Fact]
    public void A_lost_line_is_found_by_the_sums()
    {
        _database.Store.Execute("DELETE FROM invoice_line WHERE invoice_id = 2");

        Assert.Equal(["INV-2026-0000002"], Audit.SumFaults().Select(fault => fault.Number));
    }
}
