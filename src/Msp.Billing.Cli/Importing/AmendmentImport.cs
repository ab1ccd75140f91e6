using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads what was changed since a contract was recorded, in the order of recording, and applies it as the contract's own verbs would.</summary>
internal static class AmendmentImport
{
    private const string Author = "import";

    /// <summary>The properties of an amendment, of every kind.</summary>
    public static string[] Properties { get; } =
    [
        "kind", "day", "recorded_at", "author", "reason", "line", "quantity", "pricing", "added", "removed", "discount", "discount_number", "plan",
        "old_index", "new_index", "move", "end", "until", "seats", "bought_at", "locked_until",
    ];

    private static readonly NumberRange IndexValue = NumberRange.Size with { What = "an index value" };

    private static readonly Words<Kind> Kinds = new(
        "a kind of amendment",
        ("add-line", Kind.AddLine),
        ("remove-line", Kind.RemoveLine),
        ("quantity", Kind.Quantity),
        ("price", Kind.Price),
        ("add-discount", Kind.AddDiscount),
        ("remove-discount", Kind.RemoveDiscount),
        ("plan", Kind.Plan),
        ("index", Kind.Index),
        ("move", Kind.Move),
        ("pause", Kind.Pause),
        ("seats", Kind.Seats));

    private enum Kind
    {
        AddLine = 1,
        RemoveLine = 2,
        Quantity = 3,
        Price = 4,
        AddDiscount = 5,
        RemoveDiscount = 6,
        Plan = 7,
        Index = 8,
        Move = 9,
        Pause = 10,
        Seats = 11,
    }

    /// <summary>Applies the amendments of a contract's record; what the contract refuses is reported in its own words.</summary>
    /// <param name="record">The contract's record.</param>
    /// <param name="contract">The contract, without amendments.</param>
    /// <param name="recordedAt">When amendments are recorded that do not say when they were.</param>
    /// <param name="numbers">The contract's discount numbers.</param>
    public static void Read(JsonRecord record, Contract contract, DateTimeOffset recordedAt, DiscountNumbers numbers)
    {
        foreach (var amendment in record.Objects("amendments", Properties))
        {
            var before = amendment.ProblemCount;
            var kind = amendment.Word("kind", Kinds) ?? amendment.Missing<Kind>("kind", "quantity");
            var day = amendment.Day("day") ?? amendment.Missing<DateOnly>("day", "2026-03-17");
            var recorded = amendment.Instant("recorded_at") ?? recordedAt;
            var author = amendment.Text("author") ?? Author;
            var reason = amendment.RequiredText("reason", "Three people joined", SourceRecord.TextLength);
            if (amendment.ProblemCount == before)
            {
                Apply(amendment, kind, contract, new AmendmentNote(day, recorded, author, reason), numbers);
            }
        }
    }

    private static void Apply(JsonRecord record, Kind kind, Contract contract, AmendmentNote note, DiscountNumbers numbers)
    {
        try
        {
            Verb(record, kind, contract, note, numbers)?.Invoke();
        }
        catch (Exception exception) when (exception is ArgumentException or AmendmentException or ContractMoveException)
        {
            record.Refuse(DomainRefusal.Sentence(exception));
        }
    }

    private static Action? Verb(JsonRecord record, Kind kind, Contract contract, AmendmentNote note, DiscountNumbers numbers)
    {
        var before = record.ProblemCount;
        Action? verb = kind switch
        {
            Kind.AddLine => Lines(record, "added", contract, note, numbers) is [var line] ? () => contract.AddLine(note, line) : Refused(record, "added", "holds one line."),
            Kind.RemoveLine => Line(record) is var line ? () => contract.RemoveLine(note, line) : null,
            Kind.Quantity => Quantity(record, contract, note),
            Kind.Price => Price(record, contract, note),
            Kind.AddDiscount => Discount(record, contract, note, numbers),
            Kind.RemoveDiscount => record.Whole("discount_number", 1, int.MaxValue) is { } number
                ? () => contract.RemoveDiscount(note, number)
                : Refused(record, "discount_number", "is missing; write for example 1."),
            Kind.Plan => Plan(record, contract, note, numbers),
            Kind.Index => Index(record, contract, note),
            Kind.Move => Move(record, contract, note),
            Kind.Pause => Pause(record, contract, note),
            Kind.Seats => Seats(record, contract, note),
            _ => throw new InvalidOperationException($"No such kind of amendment: {kind}."),
        };
        return record.ProblemCount == before ? verb : null;
    }

    private static Action Quantity(JsonRecord record, Contract contract, AmendmentNote note)
    {
        var line = Line(record);
        var quantity = record.Number("quantity", NumberRange.Quantity) ?? record.Missing<decimal>("quantity", "48");
        return () => contract.ChangeQuantity(note, line, quantity);
    }

    private static Action Seats(JsonRecord record, Contract contract, AmendmentNote note)
    {
        var line = Line(record);
        var seats = record.Number("seats", NumberRange.Quantity) ?? record.Missing<decimal>("seats", "5");
        var bought = record.Instant("bought_at") ?? record.Missing<DateTimeOffset>("bought_at", "2026-03-04T10:15:00Z");
        var until = record.Day("locked_until") ?? record.Missing<DateOnly>("locked_until", "2027-03-04");
        return () => contract.BuySeats(note, line, new SeatBatch(seats, bought, until));
    }

    private static Action? Price(JsonRecord record, Contract contract, AmendmentNote note)
    {
        var line = Line(record);
        if (record.Object("pricing", PricingImport.Fields) is { } fields)
        {
            return PricingImport.Read(fields, contract.Terms.Currency) is { } pricing ? () => contract.ChangePrice(note, line, pricing) : null;
        }

        return Refused(record, "pricing", "is missing; write for example {\"model\": \"per-unit\", \"price\": 38.50}.");
    }

    private static Action? Discount(JsonRecord record, Contract contract, AmendmentNote note, DiscountNumbers numbers)
    {
        int? line = record.Has("line") ? Line(record) : null;
        if (record.Object("discount", DiscountImport.Properties) is { } fields)
        {
            return DiscountImport.One(fields, contract.Terms.Currency, numbers) is { } discount ? () => contract.AddDiscount(note, discount, line) : null;
        }

        return Refused(record, "discount", "is missing; write for example {\"percent\": 5}.");
    }

    private static Action Plan(JsonRecord record, Contract contract, AmendmentNote note, DiscountNumbers numbers)
    {
        var plan = record.RequiredText("plan", "managed-premium");
        var removed = new List<int>();
        foreach (var number in record.Numbers("removed", NumberRange.Quantity with { What = "a line's number", Least = 1, Most = int.MaxValue, Decimals = 0 }))
        {
            removed.Add((int)number);
        }

        var added = Lines(record, "added", contract, note, numbers);
        return () => contract.ChangePlan(note, plan, removed, added);
    }

    private static Action Index(JsonRecord record, Contract contract, AmendmentNote note)
    {
        var old = record.Number("old_index", IndexValue) ?? record.Missing<decimal>("old_index", "117.8");
        var current = record.Number("new_index", IndexValue) ?? record.Missing<decimal>("new_index", "121.3");
        return () => contract.PublishIndex(note, old, current);
    }

    private static Action Move(JsonRecord record, Contract contract, AmendmentNote note)
    {
        var move = record.Word("move", Vocabulary.Actions) ?? record.Missing<ContractAction>("move", "suspend");
        var end = record.Day("end");
        if (end is not null && move is not (ContractAction.GiveNotice or 0))
        {
            record.Refuse("end", "only notice asks for an end; leave this out.");
        }

        return end is null ? () => contract.Move(note, move) : () => contract.GiveNotice(note, end);
    }

    private static Action Pause(JsonRecord record, Contract contract, AmendmentNote note)
    {
        var until = record.Day("until") ?? record.Missing<DateOnly>("until", "2026-08-01");
        return () => contract.Pause(note, until);
    }

    private static int Line(JsonRecord record) => record.Whole("line", 1, int.MaxValue) ?? record.Missing<int>("line", "2");

    private static List<ContractLine> Lines(JsonRecord record, string field, Contract contract, AmendmentNote note, DiscountNumbers numbers)
    {
        var lines = new List<ContractLine>();
        foreach (var item in record.Objects(field, LineImport.Properties))
        {
            if (LineImport.Read(item, contract.Terms.Currency, note.Day, numbers) is { } line)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static Action? Refused(JsonRecord record, string field, string message)
    {
        record.Refuse(field, message);
        return null;
    }
}
