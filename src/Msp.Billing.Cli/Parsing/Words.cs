namespace Msp.Billing.Cli.Parsing;

/// <summary>The words that stand for the values of a closed set in files.</summary>
/// <typeparam name="T">The closed set.</typeparam>
/// <param name="what">What a value is, with its article, for messages: <c>a pricing model</c>.</param>
/// <param name="words">Each word with its value; one word a value.</param>
internal sealed class Words<T>(string what, params (string Word, T Value)[] words)
    where T : struct, Enum
{
    private readonly string[] _known = Array.ConvertAll(words, pair => pair.Word);

    /// <summary>Every word, in the order in which the docs list them.</summary>
    public ReadOnlySpan<string> Known => _known;

    /// <summary>Reads a word.</summary>
    /// <returns>Null when the word was read, else what is wrong with it.</returns>
    public string? Read(string text, out T value)
    {
        foreach (var (word, known) in words)
        {
            if (word == text)
            {
                value = known;
                return null;
            }
        }

        value = default;
        return $"'{text}' is not {what}.{NearestName.Hint(text, _known)} Known: {string.Join(", ", _known)}.";
    }

    /// <summary>The word for a value.</summary>
    public string Of(T value)
    {
        foreach (var (word, known) in words)
        {
            if (EqualityComparer<T>.Default.Equals(known, value))
            {
                return word;
            }
        }

        throw new InvalidOperationException($"No word for {typeof(T).Name} {value}.");
    }
}
