namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

/// <summary>What the tables refuse, whatever the code above them does.</summary>
public abstract class ConstraintTests
{
    private const string Line = "seller_id, invoice_id, line_no, contract_id, line_id, charge, description, kind, cause, period_start, period_end, from_day, until_day, unit, quantity, unit_price, share_numerator, share_denominator, amount, net, tax_category, tax_rate, tax_point, round, piece, ledger_account";
    private const string Invoice = "seller_id, invoice_id, series, sequence, number, kind, contract_id, customer_id, run_id, issue_day, due_day, from_day, until_day, currency, subtotal, tax, total, known_at, posted_at, line_count, previous_hash, hash";

    private static readonly (string Column, string Value)[] Adjustment = [("kind", "4"), ("cause", "1"), ("round", "1")];
    private readonly Provider _provider;

    private protected ConstraintTests(Provider provider) => _provider = provider;

    [Fact]
    public void A_period_that_is_billed_cannot_be_billed_again_by_another_document()
    {
        using var database = new TempDatabase(_provider);
        PostedMonth.Post(database, 1);
        var run = database.AddRun(PostedMonth.Through, PostedMonth.KnownAt);

        var refused = Assert.Throws<StorageException>(() => PostAgain(database, run, lineChanges: [], []));

        Assert.Contains("UNIQUE", refused.Message, StringComparison.OrdinalIgnoreCase);
        PostAgain(database, run, Adjustment, []);
    }

    [Fact]
    public void A_stale_reading_cannot_post_the_same_month_twice()
    {
        using var database = new TempDatabase(_provider);
        PostedMonth.Post(database, 2);
        database.Unguard();
        database.Store.Execute("DELETE FROM contract_billing");

        // The reader is made to believe that nothing was ever billed.
        var refused = Assert.Throws<StorageException>(() => PostedMonth.Run(database, PostedMonth.Through, PostedMonth.KnownAt));

        Assert.Equal(StorageFault.Refused, refused.Fault);
        Assert.Equal(2, database.Store.Scalar("SELECT count(*) FROM invoice"));
        Assert.Equal(3, database.Store.Scalar("SELECT next_sequence FROM document_series"));
    }

    [Theory]
    [InlineData("total", "total + 1")]
    [InlineData("kind", "2")]
    [InlineData("kind", "3")]
    [InlineData("number", "'INV-2026-0000001'")]
    [InlineData("sequence", "1")]
    [InlineData("run_id", "1")]
    [InlineData("run_id", "99")]
    [InlineData("contract_id", "99")]
    [InlineData("customer_id", "99")]
    [InlineData("hash", "x'00'")]
    [InlineData("subtotal", "'a lot'")]
    [InlineData("currency", "NULL")]
    [InlineData("line_count", "0")]
    [InlineData("until_day", "'2026-02-01'")]
    [InlineData("seller_id", "2")]
    public void A_document_that_contradicts_itself_or_another_is_refused(string column, string value)
    {
        using var database = new TempDatabase(_provider);
        PostedMonth.Post(database, 1);
        var run = database.AddRun(PostedMonth.Through, PostedMonth.KnownAt);

        Assert.Equal(StorageFault.Refused, Assert.Throws<StorageException>(() => PostAgain(database, run, Adjustment, [(column, value)])).Fault);
        PostAgain(database, run, Adjustment, []);
    }

    [Theory]
    [InlineData("cause", "1")]
    [InlineData("kind", "4")]
    [InlineData("kind", "5")]
    [InlineData("round", "1")]
    [InlineData("round", "-1")]
    [InlineData("piece", "-1")]
    [InlineData("period_end", "'2026-03-01'")]
    [InlineData("until_day", "'2026-02-01'")]
    [InlineData("share_denominator", "0")]
    [InlineData("line_no", "0")]
    [InlineData("invoice_id", "99")]
    public void A_line_that_contradicts_itself_is_refused(string column, string value)
    {
        using var database = new TempDatabase(_provider);
        PostedMonth.Post(database, 1);
        var run = database.AddRun(PostedMonth.Through, PostedMonth.KnownAt);
        (string, string)[] april = [("period_start", "'2026-04-01'"), ("period_end", "'2026-05-01'")];

        Assert.Equal(StorageFault.Refused, Assert.Throws<StorageException>(() => PostAgain(database, run, [.. april, (column, value)], [])).Fault);
        PostAgain(database, run, april, []);
    }

    [Fact]
    public void A_document_is_not_stored_before_all_its_lines_are()
    {
        using var database = new TempDatabase(_provider);
        PostedMonth.Post(database, 1);
        var run = database.AddRun(PostedMonth.Through, PostedMonth.KnownAt);

        var refused = Assert.Throws<StorageException>(() => PostAgain(database, run, Adjustment, [("line_count", "line_count + 1")]));

        Assert.Contains("with all its lines", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, database.Store.Scalar("SELECT count(*) FROM invoice_line"));
    }

    [Theory]
    [InlineData("invoice_line")]
    [InlineData("invoice_tax")]
    public void A_part_without_its_document_is_never_kept(string table)
    {
        using var database = new TempDatabase(_provider);
        PostedMonth.Post(database, 1);
        using (var transaction = database.Store.Begin())
        {
            Copy(database, table, table == "invoice_line" ? Line : "seller_id, invoice_id, tax_no, category, rate, base, tax", [("invoice_id", "2"), .. table == "invoice_line" ? Adjustment : []]);

            Assert.Contains("FOREIGN KEY", Assert.Throws<StorageException>(transaction.Commit).Message, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(1, database.Store.Scalar($"SELECT count(*) FROM {table}"));
    }

    [Fact]
    public void Only_one_run_of_a_seller_is_open_at_a_time()
    {
        using var database = new TempDatabase(_provider);
        database.AddRun(PostedMonth.Through, PostedMonth.KnownAt);

        var refused = Assert.Throws<StorageException>(() => database.Store.Execute(
            "INSERT INTO invoice_run (seller_id, run_id, number, through, issue_day, known_at, status, created_at, created_by, reviewed_at, reviewed_by, approved_at, approved_by, posted_at, posted_by, cancelled_at, cancelled_by, one_person, previous_run_id, contract_count, document_count, line_count, problem_count, version) SELECT seller_id, run_id + 1, 'R-2', through, issue_day, known_at, status, created_at, created_by, reviewed_at, reviewed_by, approved_at, approved_by, posted_at, posted_by, cancelled_at, cancelled_by, one_person, previous_run_id, contract_count, document_count, line_count, problem_count, version FROM invoice_run"));

        Assert.Equal(StorageFault.Refused, refused.Fault);
    }

    // The first document once more, with another number, in one transaction: its line first, its head last.
    private static void PostAgain(TempDatabase database, long run, (string Column, string Value)[] lineChanges, (string Column, string Value)[] headChanges)
    {
        using var transaction = database.Store.Begin();
        Copy(database, "invoice_line", Line, [("invoice_id", "2"), .. lineChanges]);
        Copy(database, "invoice", Invoice, [("invoice_id", "2"), ("sequence", "2"), ("number", "'INV-2026-0000002'"), ("run_id", $"{run}"), .. headChanges]);
        transaction.Commit();
    }

    // The first row once more, with some columns changed.
    private static void Copy(TempDatabase database, string table, string columns, (string Column, string Value)[] changes)
    {
        var values = columns.Split(", ").Select(column => Array.FindLast(changes, change => change.Column == column) is { Value: { } value } ? value : column);
        database.Store.Execute($"INSERT INTO {table} ({columns}) SELECT {string.Join(", ", values)} FROM {table} WHERE invoice_id = 1");
    }
}
