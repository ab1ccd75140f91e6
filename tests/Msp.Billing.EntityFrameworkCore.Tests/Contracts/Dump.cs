using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Msp.Billing.Amounts;

namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

/// <summary>Everything public about a value, as text: two values with the same text are the same, whichever properties they come to have.</summary>
internal static class Dump
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case DateOnly or DateTimeOffset:
                text.Append(CultureInfo.InvariantCulture, $"{value:O}");
                break;
            case string or Currency or Enum or bool or int or long:
                text.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
            case decimal number:
                text.Append(number.ToString("0.############################", CultureInfo.InvariantCulture));
                break;
            case IEnumerable items:
                WriteItems(text, items);
                break;
            default:
                WriteProperties(text, value);
                break;
        }
    }

    private static void WriteItems(StringBuilder text, IEnumerable items)
    {
        text.Append('[');
        foreach (var item in items)
        {
            Write(text, item);
            text.Append(';');
        }

        text.Append(']');
    }

    private static void WriteProperties(StringBuilder text, object value)
    {
        text.Append(value.GetType().Name).Append('{');
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length == 0)
            {
                text.Append(property.Name).Append('=');
                Write(text, property.GetValue(value));
                text.Append(' ');
            }
        }

        text.Append('}');
    }
}
