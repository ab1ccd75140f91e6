using System.Text;

namespace Msp.Billing.Cli.Output;

/// <summary>The names of closed sets, for people and for programs.</summary>
internal static class EnumText
{
    /// <summary>For programs, such as <c>nothingDue</c>.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => NameOf(value.ToString());

    /// <summary>A name of the code, or words for people, as programs read them, such as <c>taxRates</c>.</summary>
    public static string NameOf(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var words = name.Split(' ');
        return string.Concat(words.Select((word, index) => (index == 0 ? char.ToLowerInvariant(word[0]) : char.ToUpperInvariant(word[0])) + word[1..]));
    }

    /// <summary>For people, such as <c>nothing due</c>.</summary>
    public static string Words<T>(T value)
        where T : struct, Enum => WordsOf(value.ToString());

    /// <summary>A name of the code as people read it.</summary>
    public static string WordsOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = new StringBuilder();
        foreach (var letter in name)
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
