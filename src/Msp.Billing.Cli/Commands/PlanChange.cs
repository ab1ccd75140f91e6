using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;
using Msp.Billing.Rating;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp contract amend plan</c>: the lines of one plan give way to those of another, in one amendment.</summary>
internal sealed class PlanChange
{
    private readonly Argument<string> _plan = new("plan") { Description = "The new plan's code." };
    private readonly Option<int[]> _remove = new("--remove") { Description = "The lines that end. Those of the old plan's charges when not given.", HelpName = "LINE", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> _quantities = new("--quantity")
    {
        Description = "How many of a charge of the new plan. What ends of the same charge, or of the same unit if only one line of it ends, when not given.",
        HelpName = "CHARGE=COUNT",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _book = new("--price-book") { Description = "The price book that is agreed. The plan's own prices when not given.", HelpName = "NAME" };
    private readonly Option<string?> _file = new("--file") { Description = "A JSON file with the lines that begin, written as in an import, in place of the catalogue's plan.", HelpName = "FILE" };

    /// <summary>Its arguments and options.</summary>
    public Symbol[] Symbols => [_plan, _remove, _quantities, _book, _file];

    /// <summary>Changes the plan.</summary>
    public IReadOnlyList<Amendment> Apply(Amending amending)
    {
        var context = amending.Context;
        var code = context.Value(_plan) ?? "";
        var catalog = StoredCatalog.Read(amending.Store, amending.Seller);
        var running = Running(amending);
        int[] removed = context.Value(_remove) is { Length: > 0 } named ? named : OfOldPlan(amending, catalog, running);
        var added = context.Value(_file) is { } path
            ? AmendmentFile.Lines(path, amending.Stored, amending.Note.Day)
            : FromCatalog(amending, catalog, code, [.. running.Where(line => removed.Contains(line.Line.Id))]);
        return [amending.Contract.ChangePlan(amending.Note, code, removed, added)];
    }

    private static ImmutableArray<LineHistory> Running(Amending amending)
    {
        var day = amending.Note.Day;
        return [.. ContractHistory.Of(amending.Contract, amending.Stored.Counts.Span, null).Lines.Where(line => Runs(line, day))];
    }

    private static bool Runs(LineHistory line, DateOnly day)
    {
        foreach (var days in line.Held)
        {
            if (days.End > day)
            {
                return true;
            }
        }

        return false;
    }

    private static int[] OfOldPlan(Amending amending, ImportedCatalog catalog, ImmutableArray<LineHistory> running)
    {
        var old = amending.Contract.PlanOn(amending.Note.Day);
        var plan = catalog.Plans.FirstOrDefault(plan => plan.Code == old);
        int[] lines = plan is null ? [] : [.. running.Where(line => plan.Find(line.Line.Charge.Code) is not null).Select(line => line.Line.Id)];
        return lines.Length > 0
            ? lines
            : throw CommandException.Usage(
                $"Which lines end? {(old is null ? $"Contract {amending.Contract.Number} has no plan" : $"No line of {amending.Contract.Number} is of its plan '{old}' in the catalogue")}; name them with --remove. It has {string.Join(", ", running.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Line.Id} ({line.Line.Charge.Code})")))}.");
    }

    private ImmutableArray<ContractLine> FromCatalog(Amending amending, ImportedCatalog catalog, string code, ImmutableArray<LineHistory> ending)
    {
        var plan = catalog.Plans.FirstOrDefault(plan => plan.Code == code)
            ?? throw CommandException.Refused(
                $"There is no plan '{code}' in the catalogue; there is {(catalog.Plans.IsEmpty ? "none" : string.Join(", ", catalog.Plans.Select(known => known.Code)))}. Give its lines with --file, or import it.{NearestName.Hint(code, [.. catalog.Plans.Select(known => known.Code)])}");
        var quantities = Quantities(amending.Context);
        foreach (var charge in plan.Charges)
        {
            if (!quantities.ContainsKey(charge.Code) && Known(charge, ending, amending.Note.Day) is { } quantity)
            {
                quantities.Add(charge.Code, quantity);
            }
        }

        return ContractLine.FromPlan(plan, quantities, Book(amending.Context, catalog), ContractParts.NextLine(amending.Contract));
    }

    private static decimal? Known(Charge charge, ImmutableArray<LineHistory> ending, DateOnly day)
    {
        if (charge.Basis == QuantityBasis.Reported)
        {
            return null;
        }

        LineHistory[] same = [.. ending.Where(line => line.Line.Charge.Code == charge.Code)];
        same = same.Length > 0 ? same : [.. ending.Where(line => line.Line.Charge.Unit == charge.Unit)];
        return same is [var one] ? one.QuantityOn(day) : null;
    }

    private Dictionary<string, decimal> Quantities(CommandContext context)
    {
        var quantities = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var text in context.Value(_quantities) ?? [])
        {
            var equals = text.LastIndexOf('=');
            if (equals < 1 || NumberText.Read(text[(equals + 1)..], NumberRange.Quantity, out var quantity) is not null)
            {
                throw CommandException.Usage($"--quantity: '{text}' is not a charge and its count; write for example managed-user=45.");
            }

            quantities[text[..equals]] = quantity;
        }

        return quantities;
    }

    private PriceBook? Book(CommandContext context, ImportedCatalog catalog)
    {
        if (context.Value(_book) is not { } name)
        {
            return null;
        }

        return catalog.PriceBooks.All.FirstOrDefault(book => book.Name == name)
            ?? throw CommandException.Refused($"There is no price book '{name}' in the catalogue.{NearestName.Hint(name, [.. catalog.PriceBooks.All.Select(book => book.Name)])}");
    }
}
