using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Tests.Runs;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Tests.Ledger;

/// <summary>Corrections as two people make them: anna proposes, ben issues, at noon of a day.</summary>
internal static class Corrections
{
    public static CorrectionBook Book(RunBooks world, string day = "2026-04-10") => new(world.Store, 1, "main", new FixedClock(RunBooks.At(day, 12)));

    /// <summary>Proposed and issued, with what was posted for it.</summary>
    public static (PostedDocument? Note, PostedDocument? Rebilled) Issue(RunBooks world, CorrectionRequest request)
    {
        var book = Book(world, request.Day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        var issued = book.Issue(book.Propose(request, "anna").Number, "ben");
        var documents = world.Documents();
        return (documents.SingleOrDefault(document => document.Number == issued.CreditNote), documents.SingleOrDefault(document => document.Number == issued.Rebilled));
    }

    /// <summary>Gives a document back, or some of its lines.</summary>
    public static PostedDocument Credit(RunBooks world, string number, params int[] lines) =>
        Issue(world, new CorrectionRequest(number, CorrectionKind.Credit, RunBooks.Day("2026-04-10"), "goodwill") { Lines = [.. lines] }).Note
            ?? throw new InvalidOperationException("There is no credit note.");

    /// <summary>Gives up what is open of an invoice.</summary>
    public static void WriteOff(RunBooks world, string number, string day) =>
        Issue(world, new CorrectionRequest(number, CorrectionKind.WriteOff, RunBooks.Day(day), "insolvent"));

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
