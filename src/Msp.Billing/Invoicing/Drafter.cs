using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;

namespace Msp.Billing.Invoicing;

/// <summary>Bills the difference between what a contract owes and what it was billed.</summary>
/// <remarks>
/// <para>For every natural period: nothing billed yet makes ordinary lines, something billed makes adjustment lines that name the
/// change, and nothing new makes no line. So a rerun adds nothing, a late change lands on the next document, and credit comes from
/// what was billed and can never exceed it.</para>
/// <para>Not thread-safe: it keeps room for its work. Each thread brings its own; the same request gives the same draft on each.</para>
/// </remarks>
/// <param name="tax">Decides category and rate of each line.</param>
public sealed class Drafter(ITaxCalculator tax)
{
    private readonly RatedPieces _pieces = new();
    private readonly AdjustmentSteps _steps = new();
    private readonly List<DraftLine> _lines = [];
    private readonly List<TaxSubtotal> _taxes = [];
    private readonly Dictionary<DateTimeOffset, KnownBefore> _before = [];

    /// <summary>Drafts what a contract is billed.</summary>
    /// <returns>Null when there is nothing to bill.</returns>
    /// <exception cref="MissingTaxRateException">A line cannot be taxed.</exception>
    /// <exception cref="OverflowException">An amount is beyond what can be computed or stored.</exception>
    public InvoiceDraft? Draft(Contract contract, DraftRequest request)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(request);
        var history = ContractHistory.Of(contract, request.Counts.Span, request.KnownAt, request.Through);
        _lines.Clear();
        _before.Clear();
        var reductions = history.SharedAmounts.IsEmpty ? null : new SharedReductions(history);
        foreach (var line in history.Lines)
        {
            AddLine(history, line, request, reductions);
        }

        if (_lines.Count == 0)
        {
            return null;
        }

        AddTax(contract.Terms, request);
        return new InvoiceDraft(contract, request.Customer, request.IssueDay, [.. _lines], [.. _taxes], request.KnownAt);
    }

    /// <summary>Drafts a credit note for a posted document, or for some of its lines.</summary>
    /// <param name="contract">Its contract.</param>
    /// <param name="request">Who pays, the day of issue, and what was posted for the contract so far, all of it.</param>
    /// <param name="document">The document.</param>
    /// <param name="lines">The numbers of its lines; null for all.</param>
    /// <param name="billAnew">Whether the next draft bills the periods anew, as the contract is known then; otherwise they stay credited.</param>
    /// <remarks>
    /// A line gives back what it billed, but at most what is still billed for its period; tax as it was taxed, and no more than is left of that. Credited as a
    /// whole in one or several steps, a document gives back exactly what it billed.
    /// </remarks>
    /// <exception cref="CreditException">There is no such line, or nothing is left to credit.</exception>
    public InvoiceDraft Credit(Contract contract, DraftRequest request, PostedDocument document, IReadOnlyCollection<int>? lines, bool billAnew)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(document);
        if (lines?.FirstOrDefault(number => number < 1 || number > document.Lines.Length) is > 0 and var unknown)
        {
            throw new CreditException(CreditRefusal.NoLine, FormattableString.Invariant($"{document.Number} has the lines 1 to {document.Lines.Length}; there is no line {unknown}."));
        }

        var history = ContractHistory.Of(contract, request.Counts.Span, document.KnownAt, request.Through);
        _lines.Clear();
        foreach (var period in document.Lines.Where(line => lines?.Contains(line.Number) ?? true).GroupBy(line => (line.LineId, line.Natural)))
        {
            CreditPeriod(history, document, [.. period], request, billAnew ? AdjustmentCause.Other : AdjustmentCause.Credited);
        }

        if (_lines.Sum(line => line.MinorUnits) is var sum && sum >= 0)
        {
            throw new CreditException(
                sum == 0 ? CreditRefusal.NothingLeft : CreditRefusal.LinesAreCredit,
                sum == 0 ? $"Nothing is left to credit of {document.Number}: all of it was given back." : $"These lines of {document.Number} are a credit themselves; credit the whole document.");
        }

        AddTax(contract.Terms, request);
        return new InvoiceDraft(contract, request.Customer, request.IssueDay, [.. _lines], [.. _taxes], document.KnownAt);
    }

    private void CreditPeriod(ContractHistory history, PostedDocument document, PostedLine[] lines, DraftRequest request, AdjustmentCause cause)
    {
        var first = lines[0];
        if (history.LineWithId(first.LineId) is not { } source || Billed(request, source, first.Natural.Start) is not { } billed)
        {
            throw new CreditException(CreditRefusal.OtherContract, $"{document.Number}, line {first.Number}: it was not billed for contract {history.Contract.Number} as it is stored.");
        }

        // What a later document gave back is not given back twice: the first lines are credited until nothing is left.
        var (left, piece) = (Math.Max(0, billed.MinorUnits), 0);
        foreach (var line in lines.OrderBy(line => line.MinorUnits))
        {
            var back = Math.Min(line.MinorUnits, left);
            left -= back;
            if (back != 0)
            {
                _lines.Add(new DraftLine
                {
                    Source = source.Line,
                    Kind = InvoiceLineKind.Adjustment,
                    Cause = cause,
                    Natural = line.Natural,
                    Days = line.Days,
                    Quantity = -line.Quantity,
                    UnitPrice = line.UnitPrice,
                    Share = line.Share,
                    MinorUnits = -back,
                    TaxPoint = line.TaxPoint,
                    TaxCategory = line.TaxCategory,
                    TaxRate = line.TaxRate,
                    Round = billed.Rounds,
                    Piece = piece++,
                    Description = source.Line.Charge.Name + AdjustmentText.Change(source.Line.Charge.Unit, cause, -line.Quantity, line.Days.IsEmpty ? line.Natural : line.Days),
                });
            }
        }
    }

    private void AddLine(ContractHistory history, LineHistory line, DraftRequest request, SharedReductions? reductions)
    {
        foreach (var natural in line.Due(request.Through, request.RecheckFrom))
        {
            AddPeriod(history, line, natural, Billed(request, line, natural.Start), request, reductions);
        }

        foreach (ref readonly var billed in request.Billed.Span)
        {
            if (billed.LineId == line.Line.Id && IsNoLongerDue(line, billed.Natural, request.Through))
            {
                AddPeriod(history, line, billed.Natural, billed, request, reductions);
            }
        }
    }

    // Billed before, and not among the due ones any more: the line was taken back, or suspended until a later day. A period in arrears that
    // was cut short and goes on after all is no such case: the rest of it waits for its end.
    private static bool IsNoLongerDue(LineHistory line, ServicePeriod natural, DateOnly through) =>
        !line.IsHeldIn(natural) || (line.Line.Charge.Timing == ChargeTiming.Advance && line.DueDay(natural) > through);

    private void AddPeriod(
        ContractHistory history, LineHistory line, ServicePeriod natural, BilledPeriod? billed, DraftRequest request, SharedReductions? reductions)
    {
        var rated = Rater.Rate(line, natural, history.Contract.Terms, _pieces);
        var reduction = reductions?.Of(line, natural) ?? 0;
        var owed = rated.MinorUnits - reduction;
        if (billed is not { } before)
        {
            AddOrdinary(line, rated, owed, history.Contract.Terms, request.IssueDay);
        }
        else if (before.Left(owed) - before.MinorUnits is not 0 and var difference)
        {
            AddAdjustment(history.Contract, line, rated, reduction, before, difference, request);
        }
    }

    private void AddOrdinary(LineHistory line, in RatedPeriod rated, long owed, ContractTerms terms, DateOnly issueDay)
    {
        var charge = line.Line.Charge;
        var kind = charge.Timing == ChargeTiming.Once ? InvoiceLineKind.OneOff
            : charge.Basis == QuantityBasis.Reported ? InvoiceLineKind.Usage
            : InvoiceLineKind.Recurring;
        Span<long> amounts = _pieces.Count <= 16 ? stackalloc long[_pieces.Count] : new long[_pieces.Count];
        if (_pieces.Count == 1)
        {
            amounts[0] = owed;
        }
        else
        {
            Span<decimal> exact = _pieces.Count <= 16 ? stackalloc decimal[_pieces.Count] : new decimal[_pieces.Count];
            for (var i = 0; i < exact.Length; i++)
            {
                exact[i] = Rater.NumeratorOf(rated, _pieces[i]);
            }

            Allocation.Round(exact, Rater.DenominatorOf(rated), owed, terms.Currency.Decimals, amounts);
        }

        for (var i = 0; i < _pieces.Count; i++)
        {
            ref readonly var piece = ref _pieces[i];

            // A credit is printed as a negative quantity of a price: EN 16931 has no negative prices (BR-27).
            var (quantity, price) = piece.Pricing.UnitPrice is < 0 and var given ? (-piece.Billable, -given) : (piece.Billable, piece.Pricing.UnitPrice);
            _lines.Add(new DraftLine
            {
                Source = line.Line,
                Kind = kind,
                Natural = rated.Natural,
                Days = piece.Days,
                Quantity = quantity,
                UnitPrice = price,
                Share = DayScale.Of(rated, piece, _pieces.Count),
                MinorUnits = amounts[i],
                TaxPoint = issueDay,
                Round = 0,
                Piece = i,
                Description = charge.Name,
            });
        }
    }

    private void AddAdjustment(
        Contract contract, LineHistory line, in RatedPeriod rated, long reduction, in BilledPeriod billed, long difference, DraftRequest request)
    {
        var before = Before(contract, billed.KnownAt, request);
        var beforeLine = before.History.LineWithId(line.Line.Id);
        var discount = (beforeLine is null ? 0 : before.Reductions.Of(beforeLine, rated.Natural)) - reduction;
        _steps.Find(line, rated, _pieces, beforeLine, contract.Terms, difference, discount);
        var piece = 0;
        for (var i = 0; i < _steps.Count; i++)
        {
            ref readonly var step = ref _steps[i];
            if (step.MinorUnits == 0)
            {
                continue;
            }

            _lines.Add(new DraftLine
            {
                Source = line.Line,
                Kind = InvoiceLineKind.Adjustment,
                Cause = step.Cause,
                Natural = rated.Natural,
                Days = step.Days,
                Quantity = step.Quantity,
                UnitPrice = step.UnitPrice,
                Share = step.Share,
                MinorUnits = step.MinorUnits,
                TaxPoint = billed.TaxPoint,
                TaxCategory = billed.TaxCategory,
                TaxRate = billed.TaxRate,
                Round = billed.Rounds,
                Piece = piece++,
                Description = AdjustmentText.Of(line.Line.Charge, step),
            });
        }
    }

    private KnownBefore Before(Contract contract, DateTimeOffset knownAt, DraftRequest request)
    {
        if (!_before.TryGetValue(knownAt, out var known))
        {
            var history = ContractHistory.Of(contract, request.Counts.Span, knownAt, request.Through);
            _before.Add(knownAt, known = new KnownBefore(history, new SharedReductions(history)));
        }

        return known;
    }

    private static BilledPeriod? Billed(DraftRequest request, LineHistory line, DateOnly start)
    {
        foreach (ref readonly var billed in request.Billed.Span)
        {
            if (billed.LineId == line.Line.Id && billed.Natural.Start == start)
            {
                return billed;
            }
        }

        return null;
    }

    private void AddTax(ContractTerms terms, DraftRequest request)
    {
        _taxes.Clear();
        for (var i = 0; i < _lines.Count; i++)
        {
            var line = _lines[i];
            var (category, rate) = line.Round > 0
                ? (line.TaxCategory, line.TaxRate)
                : i > 0 && _lines[i - 1].Round == 0 && _lines[i - 1].Source.Charge.TaxCategory == line.Source.Charge.TaxCategory
                    ? (_lines[i - 1].TaxCategory, _lines[i - 1].TaxRate)
                    : tax.TaxOf(request.Customer.Tax, line.Source.Charge.TaxCategory, line.TaxPoint);
            _lines[i] = line with { TaxCategory = category, TaxRate = rate, NetMinorUnits = line.MinorUnits };
            AddToSubtotal(category, rate, line.MinorUnits);
        }

        PostedTax? posted = null;
        for (var i = 0; i < _taxes.Count; i++)
        {
            var (inPrices, rate, mode) = (_taxes[i].BaseMinorUnits, _taxes[i].Rate, terms.Rounding);
            _taxes[i] = _taxes[i] with { TaxMinorUnits = terms.PricesIncludeTax ? DocumentTax.Included(inPrices, rate, mode) : DocumentTax.On(inPrices, rate, mode) };

            // Only less than nothing can be more than what is left, or the last of it.
            if (inPrices < 0 && request.PostedTax is { } ask)
            {
                posted ??= ask();
                _taxes[i] = _taxes[i] with { TaxMinorUnits = posted.TaxOf(_lines, _taxes[i]) };
            }

            if (terms.PricesIncludeTax)
            {
                _taxes[i] = Net(_taxes[i]);
            }
        }
    }

    private void AddToSubtotal(TaxCategory category, Percentage rate, long units)
    {
        for (var i = 0; i < _taxes.Count; i++)
        {
            if (_taxes[i].Category == category && _taxes[i].Rate == rate)
            {
                _taxes[i] = _taxes[i] with { BaseMinorUnits = _taxes[i].BaseMinorUnits + units };
                return;
            }
        }

        _taxes.Add(new TaxSubtotal(category, rate, units, 0));
    }

    // Tax is the rest; the lines' net amounts are shared out so that they sum to the net.
    private TaxSubtotal Net(TaxSubtotal gross)
    {
        var net = gross.BaseMinorUnits - gross.TaxMinorUnits;
        var places = new List<int>();
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_lines[i].TaxCategory == gross.Category && _lines[i].TaxRate == gross.Rate)
            {
                places.Add(i);
            }
        }

        var exact = new decimal[places.Count];
        var shares = new long[places.Count];
        for (var i = 0; i < exact.Length; i++)
        {
            exact[i] = (decimal)_lines[places[i]].MinorUnits * DocumentTax.Whole;
        }

        Allocation.Round(exact, DocumentTax.Whole + gross.Rate.Millionths, net, 0, shares);
        for (var i = 0; i < exact.Length; i++)
        {
            _lines[places[i]] = _lines[places[i]] with { NetMinorUnits = shares[i] };
        }

        return gross with { BaseMinorUnits = net };
    }

    /// <summary>The contract as it was known when something was billed.</summary>
    private sealed record KnownBefore(ContractHistory History, SharedReductions Reductions);
}
