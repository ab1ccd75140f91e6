using System.Text;

namespace Msp.Billing.Cli.Output;

/// <summary>The names of closed sets, for people and for programs.</summary>
internal static class EnumText
{
    /// <summary>For programs, such as <c>nothingDue</c>.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>For people, such as <c>nothing due</c>.</summary>
    public static string Words<T>(T value)
        where T : struct, Enum
    {
        var words = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
