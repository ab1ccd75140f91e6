using System.Globalization;

namespace Msp.Billing.Cluster.Tests;

/// <summary>How much of a test is done, where somebody asks for more than every build needs.</summary>
internal static class Asked
{
    /// <summary>The number that an environment variable names.</summary>
    /// <param name="variable">Its name.</param>
    /// <param name="standard">The number where it is not set.</param>
    public static int For(string variable, int standard) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : standard;
}
