using System.Globalization;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Rating;
using Msp.Billing.Tests.Invoicing;
using Msp.Billing.Tests.Rating;

namespace Msp.Billing.Tests.Contracts;

/// <summary>10 seats at 22.00 from 1 March 2026; 5 more bought on 4 March at 10:15 and 2 on 10 March at 08:00, locked until 4 March 2027.</summary>
public sealed class VendorSeatsTests
{
    // 168 hours to the hour: the five can be given back until 11 March 10:15, the two until 17 March 08:00.
    [Theory]
    [InlineData("2026-03-11 10:14", "2026-03-11", 0)] // 167 hours and 59 minutes
    [InlineData("2026-03-11 10:15", "2026-03-11", 5)]
    [InlineData("2026-03-11 10:16", "2026-03-11", 5)]
    [InlineData("2026-03-17 07:59", "2026-03-17", 5)]
    [InlineData("2026-03-17 08:00", "2026-03-17", 7)]
    [InlineData("2026-03-17 08:00", "2027-03-03", 7)] // the last locked day
    [InlineData("2026-03-17 08:00", "2027-03-04", 0)] // said early for the day of the vendor's renewal
    public void So_many_seats_must_stay(string recorded, string day, int least)
    {
        if (least > 0)
        {
            Assert.Throws<AmendmentException>(() => Bought().ChangeQuantity(Note(day, recorded), 1, least - 1));
        }

        var contract = Bought();
        contract.ChangeQuantity(Note(day, recorded), 1, least);

        Assert.Equal(least, VendorSeats.Of(contract, 1).CommittedOn(Books.Day(day)));
    }

    [Fact]
    public void A_refusal_says_what_is_locked_and_what_may_still_go()
    {
        var refused = Assert.Throws<AmendmentException>(() => Bought().ChangeQuantity(Note("2026-03-12", "2026-03-12 09:00"), 1, 4));

        Assert.Equal(
            "Contract C-1, 2026-03-12: line number 1 cannot go down to 4, at least 5 must stay: 5 bought 2026-03-04 10:15 are locked until 2027-03-04; " +
            "2 bought 2026-03-10 08:00 may be removed until 2026-03-17 08:00.",
            refused.Message);
    }

    [Fact]
    public void A_line_with_locked_seats_cannot_be_removed_before_the_lock_ends()
    {
        Assert.Throws<AmendmentException>(() => Bought().RemoveLine(Note("2026-06-01", "2026-05-20 09:00"), 1));

        Bought().RemoveLine(Note("2027-03-04", "2026-05-20 09:00"), 1);
    }

    // 17 to 16: one of the two that were bought last. From 11 March 10:15 on, five and the other one.
    [Fact]
    public void The_newest_are_given_back_first()
    {
        var contract = Bought();
        contract.ChangeQuantity(Note("2026-03-10", "2026-03-10 12:00"), 1, 16);

        var seats = VendorSeats.Of(contract, 1);

        Assert.Equal([(5m, 5m), (2m, 1m)], seats.Batches.Select(one => (one.Batch.Seats, one.Left)));
        Assert.Equal((0m, 5m, 6m, 0m), (On("2026-03-03"), On("2026-03-04"), On("2026-03-10"), On("2027-03-04")));
        Assert.Equal(7m, VendorSeats.Of(contract, 1, At("2026-03-10 11:00")).CommittedOn(Books.Day("2026-03-10"))); // as known before

        decimal On(string day) => seats.CommittedOn(Books.Day(day));
    }

    // March: 10 × 22.00 = 220.00, five seats for the five days from the 4th to the 8th: 5 × 22.00 × 5/31 = 17.74
    [Fact]
    public void Seats_given_back_in_their_window_are_billed_for_the_days_held()
    {
        var books = new Books(Ten());
        books.Contract.BuySeats(Note("2026-03-04", "2026-03-04 11:00"), 1, Batch(5, "2026-03-04 10:15"));
        books.Contract.ChangeQuantity(Note("2026-03-09", "2026-03-09 11:00"), 1, 10);

        Assert.Equal(237_74, books.Run("2026-04-01")?.Lines.Where(line => line.Natural.Start == Books.Day("2026-03-01")).Sum(line => line.MinorUnits));
    }

    // From April on 3 are counted: 7 are locked and billed, 7 × 22.00 = 154.00 a month. In March 2027 for three days: 22.00 × (7 × 3 + 3 × 28)/31 = 74.52
    [Theory]
    [InlineData("2026-04-01", 154_00)]
    [InlineData("2027-02-01", 154_00)]
    [InlineData("2027-03-01", 74_52)]
    [InlineData("2027-04-01", 66_00)]
    public void Locked_seats_are_billed_whether_they_are_used_or_not(string month, int billed)
    {
        var books = new Books(Bought()).Count(1, "2026-04-01", 3);

        var draft = books.Preview("2027-04-01");

        Assert.NotNull(draft);
        Assert.Equal(billed, draft.Lines.Where(line => line.Natural.Start == Books.Day(month)).Sum(line => line.MinorUnits));
        var explanation = DocumentExplainer.Explain(draft, new DraftRequest(books.Customer, Books.Day("2027-04-01")) { KnownAt = draft.KnownAt, Counts = books.Counts });
        Recomputed.Check(explanation);
        Assert.Contains(
            ExplanationText.Render(explanation, draft.Currency, CultureInfo.InvariantCulture),
            line => line.Contains("3 raised to the committed 7 = 7", StringComparison.Ordinal));
    }

    [Fact]
    public void Seats_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Batch(0, "2026-03-04 10:15"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bought().BuySeats(Note("2026-04-01", "2026-04-01 09:00"), 1, Batch(0.5m, "2026-04-01 08:00")));
        Assert.Throws<AmendmentException>(() => Bought().BuySeats(Note("2027-03-04", "2026-04-01 09:00"), 1, Batch(1, "2026-04-01 08:00")));
    }

    private static Contract Bought()
    {
        var contract = new Contract("C-1", "K-1", Ten(), Books.At(Books.Day("2026-01-01")), ContractStatus.Scheduled);
        contract.BuySeats(Note("2026-03-04", "2026-03-04 11:00"), 1, Batch(5, "2026-03-04 10:15"));
        contract.BuySeats(Note("2026-03-10", "2026-03-10 08:30"), 1, Batch(2, "2026-03-10 08:00"));
        return contract;
    }

    private static ContractTerms Ten() => Books.Terms("2026-03-01", new ContractLine(1, Books.ManagedUser(22m), 10));

    private static SeatBatch Batch(decimal seats, string boughtAt) => new(seats, At(boughtAt), Books.Day("2027-03-04"));

    private static AmendmentNote Note(string day, string recorded) => new(Books.Day(day), At(recorded), "Maria Berg", "seats");

    private static DateTimeOffset At(string instant) =>
        DateTimeOffset.ParseExact(instant, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
