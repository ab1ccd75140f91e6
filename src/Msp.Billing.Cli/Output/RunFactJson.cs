using Msp.Billing.Runs;

namespace Msp.Billing.Cli.Output;

/// <summary>One value that a problem is about, for programs: exactly one of text, day, number and amount is there.</summary>
internal sealed record RunFactJson(string Name, string? Text, DateOnly? Day, decimal? Number, decimal? Amount, string? Currency)
{
    /// <summary>The same for programs.</summary>
    public static RunFactJson Of(RunFact fact) => fact switch
    {
        // Names of the code are written as they are everywhere in this output.
        RunFact.Label { Name: "cause" or "category" } label => new RunFactJson(fact.Name, char.ToLowerInvariant(label.Text[0]) + label.Text[1..], null, null, null, null),
        RunFact.Label label => new RunFactJson(fact.Name, label.Text, null, null, null, null),
        RunFact.OnDay on => new RunFactJson(fact.Name, null, on.Day, null, null, null),
        RunFact.Number number => new RunFactJson(fact.Name, null, null, number.Value, null, null),
        RunFact.Amount amount => new RunFactJson(fact.Name, null, null, null, amount.Money.Amount, amount.Money.Currency.Code),
        _ => throw new InvalidOperationException($"No such fact: {fact.GetType().Name}."),
    };
}
