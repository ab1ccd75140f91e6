using MathNet.Numerics.Distributions;
using Msp.Billing.BreakFix.Distributions;
using Normal = MathNet.Numerics.Distributions.Normal;

namespace Msp.Billing.Tests.BreakFix.Distributions;

/// <summary>The convolution, against exact distributions, Panjer's recursion and simulation.</summary>
public sealed class CostDistributionTests
{
    private static readonly Lognormal Unit = Lognormal.FromMean(1, 0.5);

    [Fact]
    public void Without_events_all_is_zero()
    {
        var nothing = CostDistribution.Of([Sum(Frequency.Poisson(0), new JumpPart(1, 0, 100))], 0);

        Assert.Equal(0, nothing.Quantile(0.95));
        Assert.Equal(0.5, nothing.Below(0));
        Assert.Equal(1, nothing.Below(0.01));
        Assert.Equal(0, nothing.Below(-0.01));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(2.5)]
    [InlineData(40)]
    public void Events_of_one_price_are_a_Poisson_number(double rate)
    {
        var cost = CostDistribution.Of([Sum(Frequency.Poisson(rate), new JumpPart(1, 100, 0))], 100 * (rate + 5));

        for (var count = 0; count < rate + 5; count++)
        {
            Assert.Equal(Poisson.CDF(rate, count), cost.Below((count + 0.5) * 100), 1e-7);
        }
    }

    [Theory]
    [InlineData(5, 4, 1e-5)]
    [InlineData(200, 18, 2e-4)] // the grid is a quarter of a price wide
    public void With_an_uncertain_rate_they_are_a_negative_binomial_number(double mean, double shape, double tolerance)
    {
        var cost = CostDistribution.Of([Sum(new Frequency(mean, shape), new JumpPart(1, 100, 0))], 0);

        for (var count = 0; count < 2 * mean; count += 5)
        {
            Assert.Equal(NegativeBinomial.CDF(shape, shape / (shape + mean), count), cost.Below((count + 0.5) * 100), tolerance);
        }
    }

    [Fact]
    public void Charges_agree_with_Panjers_recursion()
    {
        // 75, 150 or 600 with probabilities 0.5, 0.3, 0.2; 12 calls a year on average
        double[] probabilities = new double[9];
        (probabilities[1], probabilities[2], probabilities[8]) = (0.5, 0.3, 0.2);
        var charges = new DiscreteAmounts();
        charges.Add(75, 0.5);
        charges.Add(150, 0.3);
        charges.Add(600, 0.2);
        var jump = new Jump(Unit, double.PositiveInfinity, charges, new JumpPart(1, 0, 0, Charged: true));
        var cost = CostDistribution.Of([new CompoundSum(Frequency.Poisson(12), jump)], 0);

        var below = 0.0;
        foreach (var (mass, i) in Panjer(12, probabilities, 80).Select((mass, i) => (mass, i)))
        {
            below += mass;
            Assert.Equal(below, cost.Below((i + 0.5) * 75), 1e-5);
        }
    }

    [Fact]
    public void The_distribution_has_the_mean_and_variance_of_its_sums()
    {
        CompoundSum[] sums = [Sum(new Frequency(20, 15), new JumpPart(1, 10, 90)), Sum(Frequency.Poisson(2), new JumpPart(0.5, 0, 1_000))];
        var cost = CostDistribution.Of(sums, 12_000);

        // E[S] = ∫ P(S > x) dx and E[S²] = ∫ 2x P(S > x) dx
        double mean = 0, square = 0;
        for (var x = 0.5; x < 15_000; x++)
        {
            mean += 1 - cost.Below(x);
            square += 2 * x * (1 - cost.Below(x));
        }

        Assert.Equal(1, mean / sums.Sum(sum => sum.Mean), 1e-4);
        Assert.Equal(1, (square - (mean * mean)) / sums.Sum(sum => sum.Variance), 2e-3);
    }

    [Fact]
    public void What_saves_lies_below_zero()
    {
        var cost = CostDistribution.Of([Sum(Frequency.Poisson(50), new JumpPart(0.5, 0, -100), new JumpPart(0.5, 0, 100))], 0);

        Assert.Equal(0.5, cost.Below(0), 1e-6);
        Assert.Equal(-cost.Quantile(0.1), cost.Quantile(0.9), 1e-3);
        Assert.Equal(1 - cost.Below(300), cost.Below(-300), 1e-6);
    }

    [Fact]
    public void Simulation_with_a_fixed_seed_agrees()
    {
        CompoundSum[] sums =
        [
            Sum(new Frequency(30, 6), new JumpPart(0.8, 5, 20), new JumpPart(0.1, 50, 0)),
            new(Frequency.Poisson(0.8), new Jump(new Lognormal(0, 1), double.PositiveInfinity, null, new JumpPart(1, 100, 300))),
            new(Frequency.Poisson(0.05), new Jump(new Lognormal(7, 1.8), 5_000, null, new JumpPart(1, 0, 1))),
        ];
        var cost = CostDistribution.Of(sums, 0);
        var simulated = Simulate(sums, 200_000);

        foreach (var probability in (double[])[0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])
        {
            // the simulated share below the computed percentile, within four standard errors
            var share = simulated.Count(total => total < cost.Quantile(probability)) / (double)simulated.Length;
            Assert.Equal(probability, share, 4 * Math.Sqrt(probability * (1 - probability) / simulated.Length));
        }
    }

    [Fact]
    public void A_rare_huge_loss_does_not_reach_the_percentiles()
    {
        CompoundSum[] calls = [Sum(Frequency.Poisson(100), new JumpPart(1, 0, 100))];
        CompoundSum[] withLoss = [.. calls, new(Frequency.Poisson(0.001), new Jump(new Lognormal(15, 2), double.PositiveInfinity, null, new JumpPart(1, 0, 1)))];

        Assert.Equal(1, CostDistribution.Of(withLoss, 0).Quantile(0.9) / CostDistribution.Of(calls, 0).Quantile(0.9), 2e-3);
    }

    private static CompoundSum Sum(Frequency frequency, params JumpPart[] parts) => new(frequency, new Jump(Unit, double.PositiveInfinity, null, parts));

    // g(0) = e^(−λ); g(s) = λ/s Σ j f(j) g(s − j)
    private static double[] Panjer(double rate, double[] probabilities, int length)
    {
        var masses = new double[length];
        masses[0] = Math.Exp(-rate);
        for (var s = 1; s < length; s++)
        {
            for (var j = 1; j <= Math.Min(s, probabilities.Length - 1); j++)
            {
                masses[s] += rate / s * j * probabilities[j] * masses[s - j];
            }
        }

        return masses;
    }

    private static double[] Simulate(CompoundSum[] sums, int years)
    {
        var random = new Random(20260301);
        var totals = new double[years];
        for (var year = 0; year < years; year++)
        {
            foreach (var (frequency, jump) in sums)
            {
                var rate = double.IsPositiveInfinity(frequency.Shape) ? frequency.Mean : Gamma.Sample(random, frequency.Shape, frequency.Shape / frequency.Mean);
                for (var i = Poisson.Sample(random, rate); i > 0; i--)
                {
                    totals[year] += Draw(random, jump);
                }
            }
        }

        return totals;
    }

    private static double Draw(Random random, Jump jump)
    {
        var way = ContinuousUniform.Sample(random, 0, 1);
        var size = Math.Exp(Normal.Sample(random, jump.Size.Location, jump.Size.Spread));
        foreach (var part in jump.Parts)
        {
            if ((way -= part.Weight) < 0)
            {
                return part.Shift + Math.Min(part.Scale * size, jump.Limit);
            }
        }

        return 0;
    }
}
