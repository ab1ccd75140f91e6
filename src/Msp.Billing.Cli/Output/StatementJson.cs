using Msp.Billing.Ledger;

namespace Msp.Billing.Cli.Output;

/// <summary>A customer's statement in one currency.</summary>
internal sealed record StatementJson(string Customer, string Currency, string From, string Through, decimal Opening, decimal Closing, IReadOnlyList<StatementLineJson> Lines)
{
    /// <summary>The shape of a statement.</summary>
    public static StatementJson Of(CustomerStatement statement) => new(
        statement.Customer, statement.Opening.Currency.Code, Text.Day(statement.Period.Start), Text.Day(statement.Period.LastDay), statement.Opening.Amount, statement.Closing.Amount,
        [.. statement.Lines.Select(line => new StatementLineJson(Text.Day(line.Day), EnumText.Name(line.Source), line.Reference, line.Amount.Amount, line.Balance.Amount))]);
}
