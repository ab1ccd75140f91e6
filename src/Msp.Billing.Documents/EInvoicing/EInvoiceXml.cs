using System.Globalization;
using System.Text;
using System.Xml;

namespace Msp.Billing.Documents.EInvoicing;

/// <summary>Writes XML with the same bytes everywhere: UTF-8 without a mark, lines ended by a line feed, no empty elements.</summary>
internal sealed class EInvoiceXml : IDisposable
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Replace,
    };

    private readonly MemoryStream _bytes = new(16 * 1024);
    private readonly XmlWriter _xml;
    private readonly string _amountFormat;
    private readonly string _currency;
    private readonly Dictionary<string, string> _namespaces = new(StringComparer.Ordinal);

    internal EInvoiceXml(EInvoice invoice)
    {
        _xml = XmlWriter.Create(_bytes, Settings);
        _currency = invoice.Currency.Code;
        _amountFormat = invoice.Currency.Decimals == 0 ? "0" : "0." + new string('0', invoice.Currency.Decimals);
    }

    public void Dispose()
    {
        _xml.Dispose();
        _bytes.Dispose();
    }

    internal static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    internal static string Price(decimal value) => value.ToString("0.00####", CultureInfo.InvariantCulture);

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal string Amount(decimal value) => value.ToString(_amountFormat, CultureInfo.InvariantCulture);

    internal byte[] ToBytes()
    {
        _xml.WriteEndDocument();
        _xml.Flush();
        _bytes.WriteByte((byte)'\n');
        return _bytes.ToArray();
    }

    /// <summary>Begins the document.</summary>
    internal void Root(string prefix, string name, params ReadOnlySpan<(string Prefix, string Uri)> namespaces)
    {
        _xml.WriteStartDocument();
        foreach (var (one, uri) in namespaces)
        {
            _namespaces[one] = uri;
        }

        _xml.WriteStartElement(prefix, name, UriOf(prefix));
        foreach (var (one, uri) in namespaces)
        {
            if (one != prefix)
            {
                _xml.WriteAttributeString("xmlns", one, null, uri);
            }
        }
    }

    /// <summary>A group: what is in it is written by the caller.</summary>
    internal void Group(string prefix, string name, Action content)
    {
        _xml.WriteStartElement(prefix, name, UriOf(prefix));
        content();
        _xml.WriteEndElement();
    }

    /// <summary>An element with a text; nothing when the text is null or blank.</summary>
    internal void Text(string prefix, string name, string? text, string? attribute = null, string? value = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        _xml.WriteStartElement(prefix, name, UriOf(prefix));
        if (attribute is not null && !string.IsNullOrEmpty(value))
        {
            _xml.WriteAttributeString(attribute, value);
        }

        _xml.WriteString(Writable(text));
        _xml.WriteEndElement();
    }

    /// <summary>An amount, with its currency unless the format forbids it.</summary>
    internal void Money(string prefix, string name, decimal amount, bool withCurrency = true) =>
        Text(prefix, name, Amount(amount), withCurrency ? "currencyID" : null, _currency);

    internal void PriceOf(string prefix, string name, decimal price, bool withCurrency = true) => Text(prefix, name, Price(price), withCurrency ? "currencyID" : null, _currency);

    internal void Flag(string prefix, string name, bool value) => Text(prefix, name, value ? "true" : "false");

    private string UriOf(string prefix) => _namespaces[prefix];

    // XML has no place for most control characters, not even as an entity.
    private static string Writable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsWritable(text, i))
            {
                var clean = new StringBuilder(text.Length);
                for (var at = 0; at < text.Length; at++)
                {
                    clean.Append(IsWritable(text, at) ? text[at] : '\uFFFD');
                }

                return clean.ToString();
            }
        }

        return text;
    }

    private static bool IsWritable(string text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) ? at > 0 && char.IsHighSurrogate(text[at - 1]) : XmlConvert.IsXmlChar(text[at]);
}
