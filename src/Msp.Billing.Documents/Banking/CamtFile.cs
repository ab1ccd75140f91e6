using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Msp.Billing.Amounts;
using Msp.Billing.Ledger;

namespace Msp.Billing.Documents.Banking;

/// <summary>Reads camt.053 of ISO 20022, whatever its version: booked entries, and the transactions of a batch one by one where they are listed.</summary>
/// <remarks>No document type, no entities, nothing fetched from elsewhere, and a limit on the size: the file comes from outside.</remarks>
internal static class CamtFile
{
    /// <summary>Reads a file.</summary>
    public static IReadOnlyList<BankEntry> Read(Stream stream, BankFileProblems problems)
    {
        XElement root;
        try
        {
            var settings = new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = BankFile.Limit,
                MaxCharactersFromEntities = 0,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            };
            using var reader = XmlReader.Create(stream, settings);
            root = XElement.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException exception)
        {
            problems.Add(BankFileFault.NoXml, exception.LineNumber > 0 ? exception.LineNumber : null, null, null, $"this is no XML that is read here: {exception.Message}");
            return [];
        }

        var statements = root.Name.LocalName == "Document" ? Child(root, "BkToCstmrStmt") : null;
        if (statements is null)
        {
            problems.Add(BankFileFault.NoStatement, null, root.Name.LocalName, null, "is not camt.053: a Document with BkToCstmrStmt is needed.");
            return [];
        }

        var entries = new List<BankEntry>();
        foreach (var statement in Children(statements, "Stmt"))
        {
            ReadStatement(statement, entries, problems);
        }

        return entries;
    }

    private static void ReadStatement(XElement statement, List<BankEntry> entries, BankFileProblems problems)
    {
        var id = Child(statement, "Acct", "Id");
        var account = Text(id, "IBAN") ?? Text(id, "Othr", "Id");
        if (account is null)
        {
            problems.Add(BankFileFault.NoAccount, Line(statement), "Stmt/Acct/Id", null, "the account is missing.");
            return;
        }

        foreach (var entry in Children(statement, "Ntry"))
        {
            var status = Text(entry, "Sts", "Cd") ?? Text(entry, "Sts");
            if (status is null or "BOOK")
            {
                ReadEntry(account, entry, entries, problems);
            }
        }
    }

    private static void ReadEntry(string account, XElement entry, List<BankEntry> entries, BankFileProblems problems)
    {
        var amount = Amount(Child(entry, "Amt"), problems);
        var sign = Sign(entry, problems);
        var day = Day(entry, problems);
        if (amount is not { } whole || sign is not { } direction || day is not { } booked)
        {
            return;
        }

        var reference = Text(entry, "AcctSvcrRef") ?? Text(entry, "NtryRef") ?? "";
        var parts = Children(entry, "NtryDtls").SelectMany(details => Children(details, "TxDtls")).ToList();
        var amounts = parts.Count < 2 ? [] : parts.Select(part => Amount(Child(part, "Amt") ?? Child(part, "AmtDtls", "TxAmt", "Amt"), new BankFileProblems())).ToList();

        // A batch is taken apart only where its parts say what they are and come to the whole.
        if (amounts.Count > 1 && amounts.All(part => part?.Currency == whole.Currency) && amounts.Sum(part => part?.MinorUnits) == whole.MinorUnits)
        {
            for (var i = 0; i < parts.Count; i++)
            {
                var own = Text(parts[i], "Refs", "AcctSvcrRef") ?? (reference.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{reference}/{i + 1}"));
                entries.Add(Of(account, own, booked, (amounts[i] ?? whole) * direction, parts[i], entry));
            }

            return;
        }

        entries.Add(Of(account, reference, booked, whole * direction, parts.Count == 1 ? parts[0] : null, entry));
    }

    private static BankEntry Of(string account, string reference, DateOnly day, Money amount, XElement? details, XElement entry)
    {
        var parties = Child(details, "RltdPties");
        var side = amount.MinorUnits > 0 ? "Dbtr" : "Cdtr";
        var name = Text(parties, side, "Nm") ?? Text(parties, side, "Pty", "Nm");
        var remittance = Child(details, "RmtInf");
        var texts = Children(remittance, "Ustrd").Select(text => text.Value)
            .Concat(Children(remittance, "Strd").Select(structured => Text(structured, "CdtrRefInf", "Ref")))
            .Append(Text(details, "Refs", "EndToEndId") is { } end and not "NOTPROVIDED" ? end : null).Where(text => !string.IsNullOrWhiteSpace(text));
        var words = BankFile.Plain(string.Join(' ', texts));
        return new BankEntry(account, BankFile.Plain(reference), day, amount, BankFile.Plain(name), words.Length > 0 ? words : BankFile.Plain(Text(entry, "AddtlNtryInf")));
    }

    private static Money? Amount(XElement? amount, BankFileProblems problems)
    {
        if (amount is null)
        {
            problems.Add(BankFileFault.NoAmount, null, "Ntry/Amt", null, "an entry has no amount.");
            return null;
        }

        return BankFile.AmountOf(amount.Value.Trim(), amount.Attribute("Ccy")?.Value, decimalComma: false, Line(amount), "Ntry/Amt", problems);
    }

    private static int? Sign(XElement entry, BankFileProblems problems)
    {
        var reversed = Text(entry, "RvslInd") == "true";
        switch (Text(entry, "CdtDbtInd"))
        {
            case "CRDT":
                return 1;
            case "DBIT":
                return -1;
            case var other:
                problems.Add(BankFileFault.NoDirection, Line(entry), "Ntry/CdtDbtInd", other, $"'{other}'{(reversed ? " of a reversal" : "")} is neither CRDT nor DBIT.");
                return null;
        }
    }

    private static DateOnly? Day(XElement entry, BankFileProblems problems)
    {
        var date = Child(entry, "BookgDt") ?? Child(entry, "ValDt");
        var text = Text(date, "Dt") ?? Text(date, "DtTm");
        if (text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        problems.Add(BankFileFault.NoDay, Line(entry), "Ntry/BookgDt", text, $"'{text}' is not a day; write it as 2026-03-31.");
        return null;
    }

    private static XElement? Child(XElement? element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            element = Children(element, name).FirstOrDefault();
        }

        return element;
    }

    private static IEnumerable<XElement> Children(XElement? element, string name) => element?.Elements().Where(child => child.Name.LocalName == name) ?? [];

    private static string? Text(XElement? element, params ReadOnlySpan<string> names) =>
        Child(element, names) is { HasElements: false } found && found.Value.Trim() is { Length: > 0 } text ? text : null;

    private static int? Line(XObject element) => element is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : null;
}
