using Microsoft.AspNetCore.Mvc.ModelBinding;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Parties;

/// <summary>Puts what the core refuses beside the field that it is about, in the reader's words.</summary>
/// <param name="state">The page's errors.</param>
/// <param name="prefix">The name of the entry on the page.</param>
/// <param name="texts">The reader's words.</param>
internal sealed class PartyErrors(ModelStateDictionary state, string prefix, Texts texts)
{
    /// <summary>Adds an error to a field.</summary>
    /// <param name="field">The field's name in the entry.</param>
    /// <param name="message">In English; it is translated.</param>
    public void Add(string field, string message) => state.TryAddModelError($"{prefix}.{field}", texts[message]);

    /// <summary>What a constructor of the core makes; null when it refuses, which is said beside the field.</summary>
    public T? Made<T>(string field, string message, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (ArgumentException)
        {
            Add(field, message);
            return null;
        }
    }
}
