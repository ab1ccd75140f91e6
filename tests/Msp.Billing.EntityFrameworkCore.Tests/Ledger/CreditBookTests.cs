using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Tests.Runs;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Tests.Ledger;

/// <summary>Corrections of posted documents by credit notes.</summary>
public abstract class CreditBookTests
{
    private readonly Provider _provider;

    private protected CreditBookTests(Provider provider) => _provider = provider;

    [Fact]
    public void A_whole_invoice_is_given_back_once_and_not_billed_again()
    {
        using var world = LedgerBookTests.World(_provider);
        var credits = Credits(world);
        var invoice = world.Documents().First(document => document.Contract == "C-2");

        var rehearsed = credits.Credit(invoice.Number, null, RunBooks.Day("2026-04-10"), false, "wrong customer", "anna", rehearse: true);
        Assert.DoesNotContain(world.Documents(), document => document.Number == rehearsed.CreditNote.Number);
        var note = credits.Credit(invoice.Number, null, RunBooks.Day("2026-04-10"), false, "wrong customer", "anna").CreditNote;

        // 3 × 150.00 and 19 %: the same, below zero.
        Assert.Equal((DocumentKind.CreditNote, -53_550L, -invoice.TaxMinorUnits), (note.Kind, note.TotalMinorUnits, note.TaxMinorUnits));
        Assert.Throws<CreditException>(() => credits.Credit(invoice.Number, null, RunBooks.Day("2026-04-10"), false, "again", "anna"));
        var before = world.Documents().Count;
        world.Post("2026-05-01");
        var may = world.Documents().Skip(before).Where(document => document.Contract == "C-2");
        Assert.Equal(53_550, Assert.Single(may).TotalMinorUnits); // May only
        LedgerBookTests.CheckControlAccounts(world, new LedgerBook(world.Store, 1, TimeProvider.System), new PaymentBook(world.Store, 1, TimeProvider.System));
    }

    [Fact]
    public void A_credited_line_is_credited_no_further_when_the_contract_changes_later()
    {
        using var world = LedgerBookTests.World(_provider);
        var invoice = world.Documents().Last(document => document.Contract == "C-2");
        Credits(world).Credit(invoice.Number, [1], RunBooks.Day("2026-04-10"), false, "goodwill", "anna");

        // April is given back already: leaving on the 10th gives back nothing more, and May is not owed.
        world.SetTo("2026-04-12");
        world.Amend("C-2", contract => contract.RemoveLine(new AmendmentNote(RunBooks.Day("2026-04-10"), RunBooks.At("2026-04-12"), "anna", "left"), 1));
        var before = world.Documents().Count;
        world.Post("2026-05-01");

        Assert.DoesNotContain(world.Documents().Skip(before), document => document.Contract == "C-2");
    }

    [Fact]
    public void A_line_is_reversed_and_billed_anew_as_the_contract_is_known_now()
    {
        using var world = LedgerBookTests.World(_provider);
        world.SetTo("2026-04-12");
        world.Amend("C-2", contract => contract.ChangeQuantity(new AmendmentNote(RunBooks.Day("2026-04-01"), RunBooks.At("2026-04-12"), "anna", "miscounted"), 1, 4));
        var invoice = world.Documents().Last(document => document.Contract == "C-2");
        var done = Credits(world, "2026-04-13").Credit(invoice.Number, [1], RunBooks.Day("2026-04-13"), true, "miscounted", "anna");

        // −3 × 150.00 and 4 × 150.00, each with 19 %.
        Assert.Equal((-53_550L, 71_400L), (done.CreditNote.TotalMinorUnits, done.Rebilled?.TotalMinorUnits));
        Assert.Empty(world.Faults());
        LedgerBookTests.CheckControlAccounts(world, new LedgerBook(world.Store, 1, TimeProvider.System), new PaymentBook(world.Store, 1, TimeProvider.System));
    }

    private static CreditBook Credits(RunBooks world, string day = "2026-04-10") => new(world.Store, 1, "main", new FixedClock(RunBooks.At(day, 12)));

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
