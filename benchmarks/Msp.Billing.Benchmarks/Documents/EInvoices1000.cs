using System.Collections.Immutable;
using System.Text;
using System.Xml;
using BenchmarkDotNet.Attributes;
using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Benchmarks.Documents;

/// <summary>What do 1,000 electronic invoices cost, from the posted document to the bytes, beside an XmlWriter that is told the same elements one after another?</summary>
[MemoryDiagnoser]
public class EInvoices1000
{
    private const int Size = 1_000;

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };

    private ImmutableArray<IssuedDocument> _documents = [];
    private ImmutableArray<ImmutableArray<Element>> _elements = [];

    /// <summary>Drafts the documents, and refuses to measure when the baseline would write something else.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _documents = WorkloadDocuments.First(Size);
        _elements = [.. _documents.Select(document => Elements(UblWriter.Write(EInvoice.Of(document))))];
        if (Math.Abs(PlainWriter() - Ubl()) > Size)
        {
            throw new InvalidOperationException($"{_documents.Length} documents; {PlainWriter()} bytes and {Ubl()}.");
        }
    }

    [Benchmark(Baseline = true)]
    public long PlainWriter()
    {
        var bytes = 0L;
        foreach (var document in _elements)
        {
            using var stream = new MemoryStream(16 * 1024);
            using (var xml = XmlWriter.Create(stream, Settings))
            {
                foreach (var element in document)
                {
                    element.Write(xml);
                }
            }

            bytes += stream.ToArray().Length;
        }

        return bytes;
    }

    [Benchmark]
    public long Ubl()
    {
        var bytes = 0L;
        foreach (var document in _documents)
        {
            bytes += UblWriter.Write(EInvoice.Of(document)).Length;
        }

        return bytes;
    }

    [Benchmark]
    public long Cii()
    {
        var bytes = 0L;
        foreach (var document in _documents)
        {
            bytes += CiiWriter.Write(EInvoice.Of(document)).Length;
        }

        return bytes;
    }

    [Benchmark]
    public int Rules()
    {
        var findings = 0;
        foreach (var document in _documents)
        {
            findings += EInvoiceRules.Check(document).Length;
        }

        return findings;
    }

    private static ImmutableArray<Element> Elements(byte[] ubl)
    {
        var elements = ImmutableArray.CreateBuilder<Element>();
        using var reader = XmlReader.Create(new MemoryStream(ubl), new XmlReaderSettings { IgnoreWhitespace = true });
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var attributes = ImmutableArray.CreateBuilder<(string Prefix, string Name, string Namespace, string Value)>();
                    var element = (reader.Prefix, reader.LocalName, reader.NamespaceURI);
                    while (reader.MoveToNextAttribute())
                    {
                        attributes.Add((reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value));
                    }

                    elements.Add(new Element(element.Prefix, element.LocalName, element.NamespaceURI, null, attributes.ToImmutable()));
                    break;
                case XmlNodeType.Text:
                    elements.Add(new Element("", "", "", reader.Value, []));
                    break;
                case XmlNodeType.EndElement:
                    elements.Add(new Element("", "", "", null, []));
                    break;
            }
        }

        return elements.ToImmutable();
    }

    /// <summary>The beginning of an element with its attributes, a text, or the end of an element.</summary>
    private sealed record Element(string Prefix, string Name, string Namespace, string? Text, ImmutableArray<(string Prefix, string Name, string Namespace, string Value)> Attributes)
    {
        public void Write(XmlWriter xml)
        {
            if (Text is not null)
            {
                xml.WriteString(Text);
            }
            else if (Name.Length == 0)
            {
                xml.WriteEndElement();
            }
            else
            {
                xml.WriteStartElement(Prefix, Name, Namespace);
                foreach (var (prefix, name, space, value) in Attributes)
                {
                    xml.WriteAttributeString(prefix, name, space, value);
                }
            }
        }
    }
}
