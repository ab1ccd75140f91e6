using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Msp.Quoting.Web.Components;

/// <summary>Errors of pages with several forms: only those of the form that was posted are its reader's.</summary>
internal static class FormErrors
{
    /// <summary>Forgets what is wrong with the fields of other forms.</summary>
    /// <param name="state">What is known of the page's fields.</param>
    /// <param name="forms">What the names of the posted form's fields begin with.</param>
    public static void KeepOnly(this ModelStateDictionary state, params string[] forms)
    {
        ArgumentNullException.ThrowIfNull(state);
        foreach (var key in state.Keys.Where(key => !forms.Any(form => key.StartsWith(form, StringComparison.Ordinal))).ToList())
        {
            state.Remove(key);
        }
    }
}
