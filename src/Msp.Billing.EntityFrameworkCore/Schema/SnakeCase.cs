using System.Text;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>Column names: <c>CustomerId</c> is <c>customer_id</c>, <c>Cause10</c> is <c>cause_10</c>.</summary>
internal static class SnakeCase
{
    internal static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var begins = char.IsAsciiLetterUpper(name[i]) || (char.IsAsciiDigit(name[i]) && !char.IsAsciiDigit(name[i - 1]));
            if (begins && i > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
