using System.CommandLine;
using Msp.Billing.Cli.Parsing;

namespace Msp.Billing.Cli.Commands;

/// <summary>Options whose value is a day, written year-month-day and in no other way.</summary>
internal static class DayOption
{
    /// <summary>Makes an option.</summary>
    public static Option<DateOnly?> Create(string name, string description, bool required = false) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        Required = required,
        CustomParser = result =>
        {
            if (DayText.Read(result.Tokens[0].Value, out var day) is { } refusal)
            {
                result.AddError($"{name}: {refusal}");
            }

            return day;
        },
    };
}
