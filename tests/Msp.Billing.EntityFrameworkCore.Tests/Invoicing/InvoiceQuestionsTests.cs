using CsCheck;
using Msp.Billing.Invoicing;
using Msp.Billing.Specifications;

namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

/// <summary>The named questions about documents, asked of the database and in memory: one answer, in one order.</summary>
public abstract class InvoiceQuestionsTests
{
    private static readonly DateOnly First = new(2026, 3, 1);

    // Each document: days until it is due, kind, and what happened: nothing, a part payment, the whole, a write-off, or paid and taken back.
    private static readonly Gen<(int DueIn, bool Credit, int What)[]> Rows = Gen.Select(Gen.Int[0, 40], Gen.Bool, Gen.Int[0, 4]).Array[1, 12];
    private readonly Provider _provider;

    private protected InvoiceQuestionsTests(Provider provider) => _provider = provider;

    [Fact]
    public void A_database_answers_as_memory_does() => Gen.Select(Rows, Gen.Int[0, 45]).Sample(
        (rows, asOf) =>
        {
            using var database = new TempDatabase(_provider);
            PostedMonth.Post(database, 1);
            for (var i = 0; i < rows.Length; i++)
            {
                Add(database, i + 2, rows[i]);
            }

            using var db = BillingStorage.CreateContext(database.Path);
            var all = db.Invoices(database.SellerId).ToList();
            Assert.Equal(rows.Length + 1, all.Count);
            foreach (var question in new Specification<InvoiceSummary>[] { new InvoicesOpen(), new InvoicesOverdue(First.AddDays(asOf)), new TwoLargest() })
            {
                Assert.Equal(question.Evaluate(all), db.Invoices(database.SellerId).Satisfying(question).ToList());
            }
        },
        iter: _provider == Provider.Sqlite ? 25 : 8);

    [Fact]
    public void What_is_paid_in_part_is_open_and_overdue_only_after_its_last_day()
    {
        using var database = new TempDatabase(_provider);
        PostedMonth.Post(database, 1);
        Event(database, 1, 1, InvoiceAction.SettlePart, InvoiceStatus.PartlySettled, 100_000);
        using var db = BillingStorage.CreateContext(database.Path);

        var open = Assert.Single(db.Invoices(database.SellerId).Satisfying(new InvoicesOpen()));
        Assert.Equal(
            ("INV-2026-0000001", "C-1", "K-1", "Nordwind Logistics", 803_250, 100_000, InvoiceStatus.PartlySettled, new DateOnly(2026, 3, 31)),
            (open.Number, open.Contract, open.Customer, open.CustomerName, open.TotalMinorUnits, open.SettledMinorUnits, open.Status, open.DueDay));
        Assert.Empty(db.Invoices(database.SellerId).Satisfying(new InvoicesOverdue(open.DueDay)));
        Assert.Single(db.Invoices(database.SellerId).Satisfying(new InvoicesOverdue(open.DueDay.AddDays(1))));
        Assert.Empty(db.Invoices(database.SellerId + 1));

        Event(database, 1, 2, InvoiceAction.Settle, InvoiceStatus.Settled, 703_250);
        Assert.Empty(db.Invoices(database.SellerId).Satisfying(new InvoicesOpen()));
    }

    private static void Add(TempDatabase database, long id, (int DueIn, bool Credit, int What) row)
    {
        var run = database.AddRun(First, PostedMonth.KnownAt);
        var total = row.Credit ? -1_190 * id : 1_190 * id;
        using var transaction = database.Store.Begin();
        database.Store.Execute(FormattableString.Invariant(
            $"""
            INSERT INTO invoice_line (seller_id, invoice_id, line_no, contract_id, line_id, charge, description, kind, cause, period_start, period_end, from_day,
                   until_day, unit, quantity, unit_price, share_numerator, share_denominator, amount, net, tax_category, tax_rate, tax_point, round, piece,
                   ledger_account)
            SELECT seller_id, {id}, line_no, contract_id, line_id, charge, description, 4, 1, period_start, period_end, from_day,
                   until_day, unit, quantity, unit_price, share_numerator, share_denominator, amount, net, tax_category, tax_rate, tax_point, {id}, piece,
                   ledger_account
              FROM invoice_line WHERE invoice_id = 1;
            INSERT INTO invoice (seller_id, invoice_id, series, sequence, number, kind, contract_id, customer_id, run_id, issue_day, due_day, from_day, until_day,
                   currency, subtotal, tax, total, known_at, posted_at, line_count, previous_hash, hash)
            SELECT seller_id, {id}, series, {id}, 'INV-2026-{id:D7}', {(row.Credit ? 2 : 1)}, contract_id, customer_id, {run}, issue_day,
                   '{First.AddDays(row.DueIn):yyyy-MM-dd}', from_day, until_day, currency, {total} - tax, tax, {total}, known_at, posted_at, line_count, previous_hash, hash
              FROM invoice WHERE invoice_id = 1
            """));
        transaction.Commit();
        switch (row.What)
        {
            case 1:
                Event(database, id, 1, InvoiceAction.SettlePart, InvoiceStatus.PartlySettled, total / 2);
                break;
            case 2:
                Event(database, id, 1, InvoiceAction.SettlePart, InvoiceStatus.PartlySettled, total / 2);
                Event(database, id, 2, InvoiceAction.Settle, InvoiceStatus.Settled, total - (total / 2));
                break;
            case 3:
                Event(database, id, 1, InvoiceAction.WriteOff, InvoiceStatus.WrittenOff, 0);
                break;
            case 4:
                Event(database, id, 1, InvoiceAction.Settle, InvoiceStatus.Settled, total);
                Event(database, id, 2, InvoiceAction.Unsettle, InvoiceStatus.Posted, -total);
                break;
        }
    }

    private static void Event(TempDatabase database, long invoice, int number, InvoiceAction action, InvoiceStatus status, long settled) =>
        database.Store.Execute(FormattableString.Invariant(
            $"INSERT INTO invoice_event (seller_id, invoice_id, event_no, at, action, status, settled, author) VALUES ({database.SellerId}, {invoice}, {number}, 1, {(int)action}, {(int)status}, {settled}, 'Maria Berg')"));

    private sealed class TwoLargest : Specification<InvoiceSummary>
    {
        public TwoLargest() => Query.OrderByDescending(invoice => invoice.TotalMinorUnits).ThenByDescending(invoice => invoice.Number).Skip(1).Take(2);
    }
}
