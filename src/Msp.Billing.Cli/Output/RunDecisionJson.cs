using Msp.Billing.EntityFrameworkCore.Runs;

namespace Msp.Billing.Cli.Output;

/// <summary>What somebody decided about a contract of a run, for programs. Amounts in major units of the currency.</summary>
internal sealed record RunDecisionJson(
    long Number, string Contract, string Kind, string? Code, DateOnly? Until, decimal? Amount, string? Currency, long? Undoes, string Reason, string Author,
    DateTimeOffset At, bool Over)
{
    /// <summary>The same for programs.</summary>
    public static RunDecisionJson Of(RunDecision decision) => new(
        decision.Number, decision.Contract, EnumText.Name(decision.Kind), decision.Code, decision.Until, decision.Amount?.Amount, decision.Amount?.Currency.Code,
        decision.Undoes, decision.Reason, decision.Author, decision.At, decision.IsOver);
}
