namespace Msp.Billing.Cli.Tests.Commands;

/// <summary>Electronic invoices, files for other programs, and what documents say of both parties.</summary>
public sealed class DocumentCommandsTests
{
    public const string SellerFile =
        """
        { "vat_number": "DE136695976", "street": "Hafen 7", "city": "Hamburg", "postcode": "20457", "registration": "HRB 9", "electronic_address": "DE136695976", "electronic_scheme": "9930",
          "contact_name": "Accounts", "contact_phone": "+49 40 555 01", "contact_email": "accounts@nordlicht.example", "accounts": [{ "number": "DE89 3704 0044 0532 0130 00", "bank": "COBADEFFXXX" }] }
        """;

    public const string CustomerFile =
        """
        { "country": "DE", "buyer_reference": "IT-17", "street": "Kai 1", "city": "Bremen", "postcode": "28195", "electronic_address": "4000000000006", "electronic_scheme": "0088" }
        """;

    [Fact]
    public void A_document_is_refused_with_the_rules_and_the_next_one_is_good_when_they_are_met()
    {
        using var shell = WorkedCase.Posted();
        var refusal = shell.Refused(1, "invoice", "ubl", "INV-2026-0000001");
        Assert.Contains("INV-2026-0000001: PEPPOL-EN16931-R003: ", refusal, StringComparison.Ordinal);
        Assert.Contains("BR-S-02", refusal, StringComparison.Ordinal);

        SetBoth(shell);
        Assert.Contains("R003", shell.Refused(1, "invoice", "cii", "INV-2026-0000001"), StringComparison.Ordinal); // it keeps what it said when it was posted
        PostApril(shell);

        var ubl = shell.Do("invoice", "ubl", "INV-2026-0000002");
        Assert.Contains("<cbc:BuyerReference>IT-17</cbc:BuyerReference>", ubl, StringComparison.Ordinal);
        Assert.Contains("<cbc:ID>DE89370400440532013000</cbc:ID>", ubl, StringComparison.Ordinal);
        var file = shell.Path("invoice.xml");
        Assert.Contains(file, shell.Do("invoice", "cii", "INV-2026-0000002", "--out", file), StringComparison.Ordinal);
        Assert.Contains("CrossIndustryInvoice", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Equal(0, shell.Json("invoice", "ubl", "INV-2026-0000002", "--json").GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public void All_documents_of_some_days_go_into_a_folder_but_those_that_are_not_fit()
    {
        using var shell = WorkedCase.Posted();
        SetBoth(shell);
        PostApril(shell);
        var folder = shell.Path("ubl");

        var outcome = shell.Call("export", "e-invoices", "--from", "2026-03-01", "--through", "2026-04-30", "--folder", folder);

        Assert.Equal(1, outcome.Code);
        Assert.Contains("INV-2026-0000001: BR-10: ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("INV-2026-0000002.xml", Path.GetFileName(Assert.Single(Directory.GetFiles(folder))));
        Assert.Equal(1, shell.Json("export", "e-invoices", "--from", "2026-04-01", "--through", "2026-04-30", "--folder", folder, "--json").GetProperty("written").GetInt32());
    }

    [Fact]
    public void What_documents_say_is_shown_as_it_is_set_and_set_again_changes_nothing()
    {
        using var shell = WorkedCase.Shell();
        SetBoth(shell);
        foreach (string[] party in (string[][])[["seller"], ["customer"]])
        {
            string[] number = party[0] == "customer" ? ["K-1"] : [];
            var shown = shell.Path($"{party[0]}-shown.json");
            File.WriteAllText(shown, shell.Do([.. party, "show", .. number]));

            Assert.Equal("unchanged", shell.Json([.. party, "set", .. number, "--file", shown, "--json"]).GetProperty("action").GetString());
        }

        Assert.Contains("DE89370400440532013000", shell.Do("seller", "show"), StringComparison.Ordinal);
        Assert.Contains("\"city\": \"Bremen\"", shell.Json("customer", "show", "K-1", "--json").GetProperty("details").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, shell.Json("audit", "--action", "seller-details-changed", "--json").GetProperty("entries").GetArrayLength());
        Assert.Equal(1, shell.Json("audit", "--action", "customer-details-changed", "--json").GetProperty("entries").GetArrayLength());
    }

    [Theory]
    [InlineData("""{ "vat_number": "136695976" }""", "seller.vat_number: VAT number '136695976' must begin with the two capital letters of its country, such as DE123456789.")]
    [InlineData("""{ "accounts": [{ "number": "DE89370400440532013001" }] }""", "seller.accounts[0].number: 'DE89370400440532013001' is not an IBAN: its check digits do not fit, so at least one character is wrong; compare it with the bank's paper.")]
    [InlineData("""{ "logo": "AQID" }""", "seller.logo: The logo is neither a PNG nor a JPEG file.")]
    [InlineData("""{ "logo": "?" }""", "seller.logo: is not a file in base 64.")]
    [InlineData("""{ "colour": "#000000" }""", "seller.colour: th")]
    [InlineData("[]", "seller: is a list")]
    [InlineData("{", "is not JSON: ")]
    public void A_seller_file_with_a_slip_is_refused(string content, string expected)
    {
        using var shell = WorkedCase.Shell();
        var file = shell.Path("seller.json");
        File.WriteAllText(file, content);

        Assert.Contains(expected[..Math.Min(expected.Length, 60)], shell.Refused(3, "seller", "set", "--file", file), StringComparison.Ordinal);
    }

    [Fact]
    public void Posted_documents_go_to_a_bookkeeping_program_with_totals_to_compare()
    {
        using var shell = WorkedCase.Posted();
        var file = shell.Path("march.csv");
        var settings = shell.Path("settings.json");
        File.WriteAllText(settings, """{ "default_account": "4711", "taxes": { "standard 19": "19% VAT" }, "day_format": "yyyy-MM-dd" }""");

        var report = shell.Json("export", "csv", "--profile", "xero", "--from", "2026-03-01", "--through", "2026-03-31", "--settings", settings, "--out", file, "--json");

        Assert.Equal((1, 6_750m, 1_282.5m), (
            report.GetProperty("documents").GetInt32(), report.GetProperty("totals")[0].GetProperty("net").GetDecimal(), report.GetProperty("totals")[0].GetProperty("tax").GetDecimal()));
        var row = File.ReadAllLines(file)[1].Split(',');
        Assert.Equal(("INV-2026-0000001", "2026-03-01"), (row[10], row[12]));
        Assert.Contains("4711,19% VAT", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.StartsWith("*InvoiceNo,", shell.Do("export", "csv", "--profile", "quickbooks", "--from", "2026-03-01", "--through", "2026-03-31"), StringComparison.Ordinal);
        Assert.Contains("'sage' is no profile", shell.Refused(2, "export", "csv", "--profile", "sage", "--from", "2026-03-01", "--through", "2026-03-31"), StringComparison.Ordinal);
        File.WriteAllText(settings, """{ "account": "1" }""");
        Assert.Contains("'account' is no setting", shell.Refused(1, "export", "csv", "--profile", "xero", "--from", "2026-03-01", "--through", "2026-03-31", "--settings", settings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_days_of_contracts_go_into_a_calendar()
    {
        using var shell = WorkedCase.Shell();
        var file = shell.Path("renewals.ics");

        shell.Do("export", "calendar", "--out", file);

        Assert.StartsWith("BEGIN:VCALENDAR", File.ReadAllText(file), StringComparison.Ordinal);
    }

    private static void SetBoth(Shell shell)
    {
        File.WriteAllText(shell.Path("seller.json"), SellerFile);
        File.WriteAllText(shell.Path("customer.json"), CustomerFile);
        shell.Do("seller", "set", "--file", shell.Path("seller.json"));
        shell.Do("customer", "set", "K-1", "--file", shell.Path("customer.json"));
    }

    private static void PostApril(Shell shell)
    {
        shell.Clock.Now = new DateTimeOffset(2026, 4, 1, 8, 0, 0, TimeSpan.Zero);
        shell.Do("run", "preview", "--through", "2026-04-01");
        shell.Do("run", "review");
        shell.Do("run", "approve", "--author", "jonas");
        shell.Do("run", "post", "--author", "jonas");
    }
}
