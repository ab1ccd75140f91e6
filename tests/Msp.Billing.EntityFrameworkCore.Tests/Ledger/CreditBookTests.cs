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
        var invoice = world.Documents().First(document => document.Contract == "C-2");

        var rehearsed = Corrections.Book(world).Preview(new CorrectionRequest(invoice.Number, CorrectionKind.Credit, RunBooks.Day("2026-04-10"), "wrong customer"));
        Assert.DoesNotContain(world.Documents(), document => document.Number == rehearsed.CreditNote?.Number);
        var note = Corrections.Credit(world, invoice.Number);

        // 3 × 150.00 and 19 %: the same, below zero.
        Assert.Equal((DocumentKind.CreditNote, -53_550L, -invoice.TaxMinorUnits), (note.Kind, note.TotalMinorUnits, note.TaxMinorUnits));
        Assert.Throws<CreditException>(() => Corrections.Credit(world, invoice.Number));
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
        Corrections.Credit(world, invoice.Number, 1);

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
        var (note, rebilled) = Corrections.Issue(
            world, new CorrectionRequest(invoice.Number, CorrectionKind.CreditAndRebill, RunBooks.Day("2026-04-13"), "miscounted") { Lines = [1] });

        // −3 × 150.00 and 4 × 150.00, each with 19 %.
        Assert.Equal((-53_550L, 71_400L), (note?.TotalMinorUnits, rebilled?.TotalMinorUnits));
        Assert.Empty(world.Faults());
        LedgerBookTests.CheckControlAccounts(world, new LedgerBook(world.Store, 1, TimeProvider.System), new PaymentBook(world.Store, 1, TimeProvider.System));
    }
}
