using System.Collections.Immutable;
using System.Globalization;

namespace Msp.Billing.Plans;

/// <summary>What a plan promises besides its services: the answers to the five questions that a buyer should ask.</summary>
/// <remarks>Immutable. Every answer is required: a proposal that leaves one out cannot be written.</remarks>
public sealed class ServiceLevel
{
    /// <summary>Creates a service level.</summary>
    /// <param name="name">What it is called, such as <c>Business hours</c>.</param>
    /// <param name="responses">How soon somebody starts to work on a fault.</param>
    /// <param name="cover">When somebody watches and answers.</param>
    /// <param name="onboarding">How the customer is taken on, in the words of the proposal.</param>
    /// <param name="incidentHandling">What happens in a security incident, in the words of the proposal.</param>
    /// <param name="commitment">How long the customer binds itself and how it gets out.</param>
    /// <exception cref="ArgumentException">An answer is blank, or there are no such hours of cover.</exception>
    public ServiceLevel(string name, ResponseTimes responses, CoverHours cover, string onboarding, string incidentHandling, Commitment commitment)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(responses);
        ArgumentException.ThrowIfNullOrWhiteSpace(onboarding);
        ArgumentException.ThrowIfNullOrWhiteSpace(incidentHandling);
        ArgumentNullException.ThrowIfNull(commitment);
        Name = name;
        Responses = responses;
        Cover = Enum.IsDefined(cover) ? cover : throw new ArgumentException($"Service level '{name}' needs known hours of cover.", nameof(cover));
        Onboarding = onboarding;
        IncidentHandling = incidentHandling;
        Commitment = commitment;
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>How soon somebody starts to work on a fault.</summary>
    public ResponseTimes Responses { get; }

    /// <summary>When somebody watches and answers.</summary>
    public CoverHours Cover { get; }

    /// <summary>How the customer is taken on.</summary>
    public string Onboarding { get; }

    /// <summary>What happens in a security incident.</summary>
    public string IncidentHandling { get; }

    /// <summary>How long the customer binds itself and how it gets out.</summary>
    public Commitment Commitment { get; }

    /// <summary>The answer to a buyer's question, in English and no culture; pages in other languages write their own from the properties.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such question.</exception>
    public string AnswerTo(BuyerQuestion question) => question switch
    {
        BuyerQuestion.ResponseTime => string.Create(CultureInfo.InvariantCulture, $"Critical issues: within {Responses.Critical.TotalMinutes} minutes."),
        BuyerQuestion.HoursOfCover => Cover == CoverHours.AroundTheClock ? "Around the clock, every day of the year." : "During business hours.",
        BuyerQuestion.Onboarding => Onboarding,
        BuyerQuestion.SecurityIncidents => IncidentHandling,
        BuyerQuestion.LengthAndTermination => Length() + Commitment.Termination,
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, "A buyer has five questions; this is none of them."),
    };

    /// <summary>In what it promises less than another: a slower response, fewer hours of cover. Words are not compared.</summary>
    /// <returns>A sentence for each loss, most serious first; empty when it is at least as good.</returns>
    internal ImmutableArray<string> LossesAgainst(ServiceLevel other)
    {
        var losses = ImmutableArray.CreateBuilder<string>();
        if (Cover < other.Cover)
        {
            losses.Add("covers business hours only, not every hour");
        }

        foreach (var severity in Enum.GetValues<Severity>())
        {
            var (mine, theirs) = (Responses.For(severity), other.Responses.For(severity));
            if (mine > theirs)
            {
                losses.Add(string.Create(
                    CultureInfo.InvariantCulture, $"answers {severity} within {mine.TotalMinutes} minutes, not {theirs.TotalMinutes}"));
            }
        }

        return losses.ToImmutable();
    }

    private string Length() => Commitment.Months is { } months
        ? string.Create(CultureInfo.InvariantCulture, $"{months} months, {Renewal()}, {Commitment.NoticeDays} days' notice. ")
        : string.Create(CultureInfo.InvariantCulture, $"No fixed term, {Commitment.NoticeDays} days' notice. ");

    private string Renewal() => Commitment.RenewalMonths is { } renewal
        ? string.Create(CultureInfo.InvariantCulture, $"renewing by {renewal} months")
        : "no renewal";
}
