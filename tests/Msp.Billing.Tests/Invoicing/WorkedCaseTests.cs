using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Tests.Invoicing;

/// <summary>The case that everybody should know by heart: 45 users at 150.00, a month in advance, three more and two fewer within March.</summary>
public sealed class WorkedCaseTests
{
    private static Books Start() => new(Books.Terms("2026-03-01", new ContractLine(1, Books.ManagedUser(), 45)));

    private static Books Changed()
    {
        var books = Start();
        books.Run("2026-03-01");
        books.Contract.ChangeQuantity(Books.From("2026-03-17"), 1, 48);
        books.Contract.ChangeQuantity(Books.From("2026-03-24"), 1, 46);
        return books;
    }

    // 45 × 150.00 = 6,750.00
    [Fact]
    public void March_is_billed_in_advance() =>
        Assert.Equal(["2026-03-01..2026-03-31: 45 x 150.00 = 6750.00"], Start().Lines("2026-03-01"));

    // +3 × 150.00 × 15/31 = 217.7419, −2 × 150.00 × 8/31 = −77.4194; together 140.3226, and 217.74 − 77.42 = 140.32
    // 150.00 × (45·16 + 48·7 + 46·8)/31 = 6,890.3226 less 6,750.00 = 140.32
    [Fact]
    public void The_April_run_bills_April_and_what_changed_in_March() => Assert.Equal(
        [
            "Managed user: +3 users, 17–31 March 2026 = 217.74",
            "Managed user: −2 users, 24–31 March 2026 = -77.42",
            "2026-04-01..2026-04-30: 46 x 150.00 = 6900.00",
        ],
        Changed().Lines("2026-04-01"));

    // 6,900.00 + 140.32 = 7,040.32; 19 % of it is 1,337.6608
    [Fact]
    public void The_April_invoice_totals_line_by_line_to_the_cent()
    {
        var draft = Changed().Run("2026-04-01");

        Assert.NotNull(draft);
        Assert.Equal(DocumentKind.Invoice, draft.Kind);
        Assert.Equal("7040.32 EUR", draft.Subtotal.ToString());
        Assert.Equal("1337.66 EUR", draft.Tax.ToString());
        Assert.Equal("8377.98 EUR", draft.Total.ToString());
    }

    [Fact]
    public void An_adjustment_says_units_price_and_days()
    {
        var draft = Changed().Run("2026-04-01");

        Assert.NotNull(draft);
        var more = draft.Lines[0];
        Assert.Equal(AdjustmentCause.Quantity, more.Cause);
        Assert.Equal((3m, 150m, "15/31"), (more.Quantity, more.UnitPrice, more.Share.ToString()));
        Assert.Equal(Books.Days("2026-03-17", "2026-03-31"), more.Days);
        Assert.Equal(Books.Day("2026-03-01"), more.TaxPoint);
        Assert.Equal((1, 0), (more.Round, more.Piece));
        Assert.Equal((1, 1), (draft.Lines[1].Round, draft.Lines[1].Piece));
        Assert.Equal((0, 0), (draft.Lines[2].Round, draft.Lines[2].Piece));
    }

    [Fact]
    public void Running_again_bills_nothing()
    {
        var books = Changed();
        books.Run("2026-04-01");

        Assert.Null(books.Run("2026-04-01"));
        Assert.Null(books.Run("2026-04-02"));
    }

    // The same invoice in one go, without the first run: 6,890.32 in three parts of 3,483.87 + 1,625.81 + 1,780.64, the last one a cent
    // less than rounded alone (1,780.6452) because the parts sum to the whole.
    [Fact]
    public void Billed_late_in_one_go_the_parts_sum_to_the_whole()
    {
        var books = Start();
        books.Contract.ChangeQuantity(Books.From("2026-03-17"), 1, 48);
        books.Contract.ChangeQuantity(Books.From("2026-03-24"), 1, 46);

        Assert.Equal(
            [
                "2026-03-01..2026-03-16: 45 x 150.00 = 3483.87",
                "2026-03-17..2026-03-23: 48 x 150.00 = 1625.81",
                "2026-03-24..2026-03-31: 46 x 150.00 = 1780.64",
            ],
            books.Lines("2026-03-31"));
    }
}
