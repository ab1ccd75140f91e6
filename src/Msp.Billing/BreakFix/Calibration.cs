using System.Globalization;
using Msp.Billing.Amounts;
using static Msp.Billing.BreakFix.ComparisonInput;

namespace Msp.Billing.BreakFix;

/// <summary>How the customer's own invoices replace the defaults for the number and the length of calls. One real year outweighs them.</summary>
/// <remarks>
/// <para>The rate of calls is a Gamma distribution that counts: calls add to its shape, user-months to its exposure, and the mean is one over the other.</para>
/// <para>The cost of a call moves from the default to the invoices' average by the weight n / (n + the number of calls that the default is worth), and the
/// hours of work are set so that the model charges just that at the given rates and minimums.</para>
/// </remarks>
public sealed class Calibration
{
    // The middle 90 % of a normal distribution.
    private const double Band = 1.6448536269514722;

    private Calibration(ComparisonInputs before, InvoiceHistory history)
    {
        var counted = before[CallsCounted].Value;
        History = history;
        RateBefore = before[CallsPerUser].Value;
        UserMonths = history.Months * history.Users;
        DefaultUserMonths = counted / RateBefore;
        RateAfter = (counted + history.Calls) / (DefaultUserMonths + UserMonths);
        ChargeBefore = new Quantities(before.ToNumbers()).ChargePerCall;
        ChargeWeight = history.Calls / (history.Calls + before[RepairsTimed].Value);
        ChargeObserved = history.Calls == 0 ? 0 : (double)history.Billed.Amount / history.Calls;
        var rated = WithRate(before, counted + history.Calls);
        Inputs = history.Calls == 0 ? rated : WithHours(rated, ChargeBefore + (ChargeWeight * (ChargeObserved - ChargeBefore)));
        ChargeAfter = new Quantities(Inputs.ToNumbers()).ChargePerCall;
    }

    /// <summary>The invoices.</summary>
    public InvoiceHistory History { get; }

    /// <summary>The numbers with the invoices taken in.</summary>
    public ComparisonInputs Inputs { get; }

    /// <summary>Calls per user and month before.</summary>
    public double RateBefore { get; }

    /// <summary>How many user-months that rate is worth.</summary>
    public double DefaultUserMonths { get; }

    /// <summary>User-months on the invoices.</summary>
    public double UserMonths { get; }

    /// <summary>Calls per user and month after.</summary>
    public double RateAfter { get; }

    /// <summary>The mean charge per call before, in major units.</summary>
    public double ChargeBefore { get; }

    /// <summary>The mean charge per call on the invoices; zero without calls.</summary>
    public double ChargeObserved { get; }

    /// <summary>The weight of the invoices in the charge, 0 to 1.</summary>
    public double ChargeWeight { get; }

    /// <summary>The mean charge per call after. It stops short of the weighted charge where no length of call gives that at the rates and minimums stated: these
    /// should then be corrected.</summary>
    public double ChargeAfter { get; }

    /// <summary>Takes a customer's invoices into the numbers.</summary>
    /// <exception cref="CurrencyMismatchException">The invoices are in another currency.</exception>
    /// <exception cref="ArgumentException">The rate of calls is zero, so that nothing could be learned.</exception>
    public static Calibration Of(ComparisonInputs inputs, InvoiceHistory history)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(history);
        if (history.Billed.Currency != inputs.Currency)
        {
            throw new CurrencyMismatchException(inputs.Currency, history.Billed.Currency);
        }

        return inputs[CallsPerUser].Value > 0
            ? new Calibration(inputs, history)
            : throw new ArgumentException("A rate of no calls at all cannot be corrected by invoices; leave the default in.", nameof(inputs));
    }

    private ComparisonInputs WithRate(ComparisonInputs before, double counted)
    {
        var source = string.Create(
            CultureInfo.InvariantCulture,
            $"{History.Calls} calls in {UserMonths} user-months on the customer's invoices, and {Default(before)} in {DefaultUserMonths:0.#}.");
        var (_, most) = before.BoundsOf(CallsCounted);
        var (_, mostRate) = before.BoundsOf(CallsPerUser);
        var rate = Math.Min(RateAfter, mostRate);
        return before
            .With(CallsCounted, Math.Min(counted, most), InputStatus.Invoices, source)
            .With(new InputValue(
                CallsPerUser, rate, rate * Cube(counted, -Band), Math.Min(mostRate, rate * Cube(counted, Band)), InputStatus.Invoices, source));
    }

    private ComparisonInputs WithHours(ComparisonInputs before, double charge)
    {
        var (least, most) = before.BoundsOf(RepairHours);
        var hours = HoursFor(before, charge, least, most);
        var timed = before[RepairsTimed].Value + History.Calls;
        var spread = before[RepairSpread].Value;
        var deviation = hours * Math.Sqrt((Distributions.Elementary.Exp(spread * spread) - 1) / timed);
        var source = string.Create(
            CultureInfo.InvariantCulture,
            $"{History.Billed} for {History.Calls} calls on the customer's invoices, weighing {ChargeWeight:0.00} against the default.");
        return before
            .With(RepairsTimed, Math.Min(timed, before.BoundsOf(RepairsTimed).Most), InputStatus.Invoices, source)
            .With(new InputValue(
                RepairHours, hours, Math.Max(least, hours - (Band * deviation)), Math.Min(most, hours + (Band * deviation)), InputStatus.Invoices, source));
    }

    private static string Default(ComparisonInputs before) =>
        string.Create(CultureInfo.InvariantCulture, $"the default counted as {before[CallsCounted].Value:0.#} calls");

    // Longer calls cost more, so halving finds the mean length at which the model charges what was billed.
    private static double HoursFor(ComparisonInputs inputs, double charge, double low, double high)
    {
        var numbers = inputs.ToNumbers();
        while (high - low > 1e-9)
        {
            numbers[(int)RepairHours - 1] = (low + high) / 2;
            (low, high) = new Quantities(numbers).ChargePerCall < charge ? ((low + high) / 2, high) : (low, (low + high) / 2);
        }

        return (low + high) / 2;
    }

    // Wilson and Hilferty: the cube root of a Gamma variable is nearly normal. Relative to the mean; shape 4 and more.
    private static double Cube(double shape, double score)
    {
        var root = Math.Max(0, 1 - (1 / (9 * shape)) + (score / (3 * Math.Sqrt(shape))));
        return root * root * root;
    }
}
