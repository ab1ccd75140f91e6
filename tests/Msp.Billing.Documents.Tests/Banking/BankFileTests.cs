using System.Text;
using Msp.Billing.Documents.Banking;
using Msp.Billing.Ledger;

namespace Msp.Billing.Documents.Tests.Banking;

/// <summary>What the bank sends, and everything that can be wrong with it.</summary>
public sealed class BankFileTests
{
    private const string Camt =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>
          <Ntry><Amt Ccy="EUR">119.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-20</Dt></BookgDt><AcctSvcrRef>REF-1</AcctSvcrRef>
            <NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Nordwind Logistics</Nm></Dbtr></RltdPties><RmtInf><Ustrd>Invoice</Ustrd><Ustrd>INV-2026-0000001</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
          <Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>2026-03-21T10:00:00</DtTm></BookgDt><AcctSvcrRef>REF-2</AcctSvcrRef>
            <NtryDtls><TxDtls><Amt Ccy="EUR">10.00</Amt></TxDtls><TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">20.00</Amt></TxAmt></AmtDtls></TxDtls></NtryDtls></Ntry>
          <Ntry><Amt Ccy="EUR">9.90</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-21</Dt></BookgDt></Ntry>
          <Ntry><Amt Ccy="EUR">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts></Ntry>
        </Stmt></BkToCstmrStmt></Document>
        """;

    [Fact]
    public void Booked_entries_are_read_and_a_batch_is_taken_apart()
    {
        var (entries, problems) = Read(Camt);

        Assert.Empty(problems);
        Assert.Equal(["119.00 EUR REF-1 Nordwind Logistics: Invoice INV-2026-0000001", "10.00 EUR REF-2/1 : ", "20.00 EUR REF-2/2 : "], entries.Take(3).Select(Text));
        Assert.Equal("-9.90 EUR", entries[3].Amount.ToString());
        Assert.StartsWith("content-", entries[3].Reference, StringComparison.Ordinal);
        Assert.Equal(4, entries.Count);
        Assert.All(entries, entry => Assert.Equal("DE02120300000000202051", entry.Account));
        Assert.Equal(entries, Read(Camt).Entries); // the same names every time, so that nothing comes in twice
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><Document/>", "DTD")]
    [InlineData("<Document><Other/></Document>", "camt.053")]
    [InlineData("<Document><BkToCstmrStmt>", "no XML")]
    [InlineData("<Document><BkToCstmrStmt><Stmt/></BkToCstmrStmt></Document>", "account is missing")]
    public void What_is_no_statement_is_refused(string text, string reason)
    {
        var (entries, problems) = Read(text);

        Assert.Empty(entries);
        Assert.Contains(reason, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("119.00</Amt>", "119.001</Amt>", "119.001 is not an amount in EUR")]
    [InlineData("Ccy=\"EUR\">119", "Ccy=\"EURO\">119", "'EURO' is not a currency code")]
    [InlineData("<CdtDbtInd>CRDT", "<CdtDbtInd>PLUS", "'PLUS' is neither CRDT nor DBIT")]
    [InlineData("2026-03-20", "2026-02-30", "'2026-02-30' is not a day")]
    public void A_field_that_is_wrong_is_named_with_its_line(string good, string bad, string reason)
    {
        var at = Camt.IndexOf(good, StringComparison.Ordinal);
        var (_, problems) = Read(Camt[..at] + bad + Camt[(at + good.Length)..]);

        Assert.Contains(reason, Assert.Single(problems), StringComparison.Ordinal);
        Assert.StartsWith("line 3,", problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_separator_days_and_numbers_of_a_csv_file_are_a_profile()
    {
        var profile = new BankCsvProfile
        {
            Columns = new Dictionary<string, string> { ["day"] = "Buchungstag", ["amount"] = "Betrag", ["counterparty"] = "Name", ["remittance"] = "Verwendungszweck" },
            Separator = ';',
            DateFormat = "dd.MM.yyyy",
            DecimalComma = true,
            Account = "DE1",
            Currency = "EUR",
        };
        var (entries, problems) = Read("Buchungstag;Name;Verwendungszweck;Betrag;Saldo\n20.03.2026;Nordwind;INV-2026-0000001;1.119,00;5\n20.03.2026;Nordwind;twice;1,00;6\n20.03.2026;Nordwind;twice;1,00;7\n", profile);

        Assert.Empty(problems);
        Assert.Equal(["1119.00 EUR", "1.00 EUR", "1.00 EUR"], entries.Select(entry => entry.Amount.ToString()));
        Assert.Equal(3, entries.Select(entry => entry.Reference).Distinct().Count());
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_csv_file_is_named()
    {
        var (_, problems) = Read("account,day,amount,currency\nDE1,2026-03-20,10.00,EUR\nDE1,20.03.2026,ten,EUR\nDE1,2026-03-20,1.5,JPY\n", new BankCsvProfile());
        Assert.Equal(3, problems.Count);
        Assert.StartsWith("line 3, day: '20.03.2026' is not a day", problems[0], StringComparison.Ordinal);
        Assert.StartsWith("line 3, amount: 'ten' is not an amount", problems[1], StringComparison.Ordinal);
        Assert.StartsWith("line 4, amount: 1.5 is not an amount in JPY", problems[2], StringComparison.Ordinal);

        Assert.Contains("--columns day=NAME", string.Join('\n', Read("a,b\n1,2\n", new BankCsvProfile()).Problems), StringComparison.Ordinal);
        Assert.Contains("empty", Assert.Single(Read("").Problems), StringComparison.Ordinal);
    }

    private static (IReadOnlyList<BankEntry> Entries, List<string> Problems) Read(string text, BankCsvProfile? profile = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var content = BankFile.Read(stream, profile ?? new BankCsvProfile());
        return (content.Entries, [.. content.Problems.Select(problem => problem.ToString())]);
    }

    private static string Text(BankEntry entry) => $"{entry.Amount} {entry.Reference} {entry.Counterparty}: {entry.Remittance}";
}
