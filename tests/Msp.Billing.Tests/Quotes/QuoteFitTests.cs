using System.Text;
using Msp.Billing.BreakFix;
using Msp.Billing.Quotes;

namespace Msp.Billing.Tests.Quotes;

/// <summary>Whether a managed service suits a quote's customer: from its counts and what it said, frozen as it was shown.</summary>
public sealed class QuoteFitTests
{
    // The worked quote counts 45 users: size 25, own technicians 20, regulated 25.
    private static readonly DraftFit Said = new() { Technicians = "0", IsRegulated = DraftFit.Yes, RemotePercent = "10", GrowthPercent = "-5" };

    [Fact]
    public void Counts_come_from_the_quote_and_the_rest_from_what_the_customer_said()
    {
        var fit = Of(Said, Verdict.TooCloseToCall);

        Assert.Equal((70, FitAnswer.You), (fit.Score, fit.Answer));
        Assert.Equal([25, 20, 25, 0, 0, 0], fit.Reasons.Select(reason => reason.Points));
        Assert.Equal([45d, 0d, 1d, 1d, -0.05d, 3d], fit.Reasons.Select(reason => reason.Value));
    }

    [Fact]
    public void Nothing_said_leaves_the_answer_open() => Assert.Equal(FitAnswer.Open, Of(new DraftFit(), null).Answer);

    [Fact]
    public void Without_users_there_is_nobody_to_ask_about() =>
        Assert.Null(QuoteFit.Of(WorkedQuote.Content() is var content ? new QuoteContent(content.Title, content.ValidUntil, content.Options) : content, new QuoteDraft(), null));

    [Theory]
    [InlineData(DraftFit.Yes, "0", Verdict.ManagedLikely, FitAnswer.You)]
    [InlineData(DraftFit.No, "3", Verdict.BreakFixLikely, FitAnswer.NotYou)]
    public void It_is_frozen_as_it_was_shown_whatever_it_says(string regulated, string technicians, Verdict verdict, FitAnswer answer)
    {
        var fit = Of(Said with { IsRegulated = regulated, Technicians = technicians }, verdict);
        var bytes = CanonicalQuote.Write(WorkedQuote.Content().WithFit(fit));
        var read = CanonicalQuote.Read(bytes.AsMemory());

        Assert.StartsWith("{\"v\":3,", Encoding.UTF8.GetString(bytes.AsSpan()), StringComparison.Ordinal);
        Assert.Equal(bytes.AsSpan(), CanonicalQuote.Write(read).AsSpan());
        Assert.NotNull(read.Fit);
        Assert.Equal((answer, fit.Score), (read.Fit.Answer, read.Fit.Score));
        Assert.Equal(fit.Reasons.AsEnumerable(), read.Fit.Reasons);
        Assert.Null(read.Comparison);
    }

    [Fact]
    public void Another_day_of_validity_shows_neither_an_old_comparison_nor_an_old_fit() =>
        Assert.Null(WorkedQuote.Content().WithFit(Of(Said, null)).WithValidity(new DateOnly(2027, 1, 31)).Fit);

    [Fact]
    public void What_cannot_be_is_named_at_its_field()
    {
        var draft = new QuoteDraft { Fit = new DraftFit { Technicians = "-1", IsRegulated = "perhaps", RemotePercent = "120", GrowthPercent = "fast" } };
        var reading = new QuoteDraftReader(new QuoteCatalog([]), WorkedQuote.Customer, WorkedQuote.Tax).Read(draft);

        Assert.Equal(
            ["Fit.GrowthPercent", "Fit.IsRegulated", "Fit.RemotePercent", "Fit.Technicians"],
            reading.Problems.Select(problem => problem.Field).Where(field => field.StartsWith("Fit.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_draft_keeps_it_as_it_was_typed()
    {
        var draft = new QuoteDraft { Fit = Said with { GrowthPercent = "some" }, SharesFit = true };

        Assert.Equal((draft.Fit, true), (QuoteDraft.FromJson(draft.ToJson()).Fit, QuoteDraft.FromJson(draft.ToJson()).SharesFit));
        Assert.DoesNotContain("fit", new QuoteDraft().ToJson(), StringComparison.OrdinalIgnoreCase);
    }

    private static Fit Of(DraftFit said, Verdict? verdict) =>
        QuoteFit.Of(WorkedQuote.Content(), new QuoteDraft { Fit = said }, verdict) ?? throw new InvalidOperationException("There are users.");
}
