using System.Globalization;
using System.Text;

namespace Msp.Billing.Documents.Pdf.Writing;

/// <summary>Numbers, texts, names and dates as they stand in a PDF file (ISO 32000-1, 7.3).</summary>
internal static class PdfSyntax
{
    /// <summary>A number with at most three decimals, in no culture: a thousandth of a point is far below what a printer can show.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("0.###", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>A text string: UTF-16, big-endian, in hexadecimal, so that nothing has to be escaped.</summary>
    public static string Text(string value) => "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(value)) + ">";

    /// <summary>A string of bytes, in hexadecimal.</summary>
    public static string Bytes(ReadOnlySpan<byte> value) => "<" + Convert.ToHexString(value) + ">";

    /// <summary>A date string: the instant in UTC.</summary>
    public static string Date(DateTimeOffset value) =>
        value.ToUniversalTime().ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);

    /// <summary>A name: what is not a plain letter, digit or sign is written by its number.</summary>
    public static string Name(string value)
    {
        var name = new StringBuilder("/", value.Length + 1);
        foreach (var one in Encoding.UTF8.GetBytes(value))
        {
            if (char.IsAsciiLetterOrDigit((char)one) || one is (byte)'-' or (byte)'+' or (byte)'.' or (byte)'_')
            {
                name.Append((char)one);
            }
            else
            {
                name.Append(CultureInfo.InvariantCulture, $"#{one:X2}");
            }
        }

        return name.ToString();
    }

    /// <summary>A reference to an object.</summary>
    public static string Reference(int id) => id.ToString(CultureInfo.InvariantCulture) + " 0 R";
}
