namespace Msp.Quoting.Web.Quoting;

/// <summary>What one plan takes over time: a straight line, since it is an average.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="AtStart">On the first day, in major units.</param>
/// <param name="PerYear">In each year besides.</param>
/// <param name="IsSelected">Whether it is the one that is compared.</param>
public sealed record ComparisonLine(string Name, decimal AtStart, decimal PerYear, bool IsSelected)
{
    /// <summary>After some months.</summary>
    public decimal After(int month) => AtStart + (PerYear * month / 12m);
}
