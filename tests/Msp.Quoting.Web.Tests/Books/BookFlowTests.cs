using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Ledger;
using Msp.Billing.Periods;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Runs;

namespace Msp.Quoting.Web.Tests.Books;

/// <summary>The month of finance on the pages: money in, matched, applied, paid back, taken back; reminders; what is earned; the close.</summary>
public sealed partial class BookFlowTests
{
    private const string Camt =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>IE29AIBK93115212345678</IBAN></Id></Acct>
          <Ntry><Amt Ccy="EUR">{0}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-30</Dt></BookgDt><AcctSvcrRef>REF-1</AcctSvcrRef>
            <NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Somebody</Nm></Dbtr></RltdPties><RmtInf><Ustrd>pays {1}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
          <Ntry><Amt Ccy="EUR">7.77</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-30</Dt></BookgDt><AcctSvcrRef>REF-2</AcctSvcrRef>
            <NtryDtls><TxDtls><RmtInf><Ustrd>gift</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
        </Stmt></BkToCstmrStmt></Document>
        """;

    private const string Finance = StaffRoles.Finance;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_payment_is_recorded_once_overpays_is_paid_back_and_another_is_taken_back(bool onServer)
    {
        await using var desk = await Desk.OpenOn(onServer);
        var item = Open(desk)[0];
        var (customer, page) = (item.Customer, "/books/payments/new?customer=" + item.Customer);
        KeyValuePair<string, string>[] form =
        [
            new("Input.Key", "one"), new("Input.Day", "2026-03-31"), new("Input.Amount", Text(item.Open.Amount + 10m)), new("Input.Currency", item.Open.Currency.Code), new("Input.Reference", "all & more"),
            new("Shares.How", "Chosen"), new($"Shares.Pay[{item.Number}]", Text(item.Open.Amount)),
        ];
        var (_, first) = await desk.Press(Finance, page, page, form);
        Assert.Contains("is recorded", first, StringComparison.Ordinal);
        Assert.Contains(item.Number, first, StringComparison.Ordinal);
        Assert.Contains("€10.00", first, StringComparison.Ordinal);
        Assert.Contains("was recorded before", (await desk.Press(Finance, page, page, form)).Text, StringComparison.Ordinal);
        Assert.Single(Payments(desk));

        var refund = "/books/payments/refund?customer=" + customer;
        Assert.Contains("more than the customer", (await desk.Press(Finance, refund, refund, new("Input.Day", "2026-04-01"), new("Input.Amount", "10.01"), new("Input.Currency", "EUR"))).Text, StringComparison.Ordinal);
        Assert.Contains("Now pay the money out", (await desk.Press(Finance, refund, refund, new("Input.Day", "2026-04-01"), new("Input.Amount", "10.00"), new("Input.Currency", "EUR"))).Text, StringComparison.Ordinal);

        var keep = form.Select(field => field.Key switch { "Input.Key" => new("Input.Key", "two"), "Input.Amount" => new("Input.Amount", "50.00"), "Shares.How" => new KeyValuePair<string, string>("Shares.How", "Keep"), _ => field }).ToArray();
        await desk.Press(Finance, page, page, keep);
        var number = Payments(desk)[0].Payment.Number;
        var detail = "/books/payments/" + number;
        if (Open(desk).Any(open => open.Customer == customer))
        {
            Assert.Contains("now", (await desk.Press(Finance, detail, detail + "?handler=Apply", new KeyValuePair<string, string>("Shares.How", "OldestFirst"))).Text, StringComparison.Ordinal);
        }

        Assert.Contains("Say why", (await desk.Press(Finance, detail, detail + "?handler=Reverse", new("Input.Day", "2026-04-01"), new("Input.Reason", ""))).Text, StringComparison.Ordinal);
        Assert.Contains("is taken back", (await desk.Press(Finance, detail, detail + "?handler=Reverse", new("Input.Day", "2026-04-01"), new("Input.Reason", "returned"))).Text, StringComparison.Ordinal);
        Assert.Contains("taken back already", (await desk.Press(Finance, detail, detail + "?handler=Reverse", new("Input.Day", "2026-04-01"), new("Input.Reason", "again"))).Text, StringComparison.Ordinal);
        Agree(desk);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_bank_file_is_imported_once_says_what_matched_and_why_and_the_rest_is_decided(bool onServer)
    {
        await using var desk = await Desk.OpenOn(onServer);
        var item = Open(desk).First(one => one.Kind == OpenItemKind.Document);
        var file = Camt.Replace("{0}", Text(item.Open.Amount), StringComparison.Ordinal).Replace("{1}", item.Number, StringComparison.Ordinal);
        Assert.Contains("2 new movements", await Upload(desk, "march.xml", file), StringComparison.Ordinal);
        Assert.Contains("0 new movements, 2 known", await Upload(desk, "march.xml", file), StringComparison.Ordinal);
        Assert.Contains("This is no XML", await Upload(desk, "broken.xml", "<Document><Bk"), StringComparison.Ordinal);

        var list = await desk.Read(Finance, "/books/bank");
        Assert.Contains("its number is in the text, the amount is what is open", list, StringComparison.Ordinal);
        Assert.Contains("no match", list, StringComparison.Ordinal);
        Assert.Contains("1 payment is recorded", (await desk.Press(Finance, "/books/bank", "/books/bank?handler=Certain")).Text, StringComparison.Ordinal);
        var left = Movement().Match(await desk.Read(Finance, "/books/bank")).Value;
        Assert.Contains("Say why", (await desk.Press(Finance, left, left + "?handler=SetAside", new KeyValuePair<string, string>("Reason", ""))).Text, StringComparison.Ordinal);
        Assert.Contains("set aside", (await desk.Press(Finance, left, left + "?handler=SetAside", new KeyValuePair<string, string>("Reason", "a gift"))).Text, StringComparison.Ordinal);
        Assert.Contains("a gift", await desk.Read(Finance, "/books/bank?state=SetAside"), StringComparison.Ordinal);
        Assert.Contains("its number is in the text", await desk.Read(Finance, "/books/bank?state=Recorded"), StringComparison.Ordinal);
        Agree(desk);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_month_is_closed_after_what_it_earned_is_recognised_and_then_refuses(bool onServer)
    {
        await using var desk = await Desk.OpenOn(onServer);
        var (approver, page) = (StaffRoles.FinanceApprover, "/books/close?through=2026-03-31");
        Assert.Contains("not recognised yet. Recognise it first", (await desk.Press(approver, page, page + "&handler=Close")).Text, StringComparison.Ordinal);
        Assert.Contains("choose a day before today", (await desk.Press(approver, page, "/books/close?handler=Close&through=2026-04-30")).Text, StringComparison.Ordinal);
        await desk.Press(approver, page, page + "&handler=Recognise");
        Assert.Contains("The books are closed", (await desk.Press(approver, page, page + "&handler=Close")).Text, StringComparison.Ordinal);
        Assert.Contains("closed through this day already", (await desk.Press(approver, "/account", page + "&handler=Close")).Text, StringComparison.Ordinal);
        desk.Speak(approver, "de-DE");
        Assert.Contains("schon abgeschlossen", (await desk.Press(approver, "/account", page + "&handler=Recognise")).Text, StringComparison.Ordinal);
        Assert.Contains("closes to zero", await desk.Read(Finance, "/books/deferred"), StringComparison.Ordinal);
        Assert.Contains("All five are the same", await desk.Read(Finance, "/books/tie"), StringComparison.Ordinal);
        Assert.Equal(403, (await desk.Press(Finance, "/account", page + "&handler=Close")).Status);
        Agree(desk);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reminders_follow_the_rules_and_each_is_mailed_once(bool onServer)
    {
        await using var desk = await Desk.OpenOn(onServer);
        var approver = StaffRoles.FinanceApprover;
        KeyValuePair<string, string>[] rules =
            [new("Input.Interest", "9"), new("Input.DaysBetween", "7"), new("Input.Least", "0"), new("Levels[0].Days", "1"), new("Levels[0].Title", "First"), new("Levels[0].Text", "Pay {invoice}."), new("Levels[0].Fee", "5")];
        Assert.Contains("Level 2: enter more days", (await desk.Press(approver, "/books/settings", "/books/settings?handler=Reminders", [.. rules, new("Levels[1].Days", "1"), new("Levels[1].Title", "x"), new("Levels[1].Text", "x")])).Text, StringComparison.Ordinal);
        Assert.Contains("Saved", (await desk.Press(approver, "/books/settings", "/books/settings?handler=Reminders", rules)).Text, StringComparison.Ordinal);
        var late = Open(desk).Where(item => item.Kind == OpenItemKind.Document && item.DueDay < new DateOnly(2026, 4, 1)).ToList();
        Assert.NotEmpty(late);
        await desk.Press(Finance, "/books/reminders", "/books/reminders?handler=Pause", new("Input.Customer", late[0].Customer), new("Input.Through", "2026-06-30"), new("Input.Reason", "instalments"));
        Assert.Contains("instalments", await desk.Read(Finance, "/books/reminders?view=paused"), StringComparison.Ordinal);
        await Remind(desk);
        var folder = desk.Host.Outbox;
        var letters = Directory.GetFiles(folder, "DUN-*.eml").Length;
        var sent = await Remind(desk);
        Assert.Equal(letters, Directory.GetFiles(folder, "DUN-*.eml").Length);
        Assert.Equal(late.Count(item => item.Customer != late[0].Customer), letters);
        Assert.Contains("0 reminders are recorded, 0 were mailed", sent, StringComparison.Ordinal);
        Agree(desk);
    }

    [Fact]
    public async Task Accounts_are_set_with_words_for_what_is_wrong()
    {
        await using var desk = await Desk.Open();
        var approver = StaffRoles.FinanceApprover;
        KeyValuePair<string, string>[] Codes(string receivable) => [.. new[] { ("Bank", "1000"), ("Refunds", "1000"), ("Receivable", receivable), ("CustomerCredit", "2100"), ("Tax", "2200"), ("DeferredRevenue", "2400"), ("Revenue", "4000"), ("InterestIncome", "4900"), ("FeeIncome", "4910"), ("WriteOff", "6900"), ("Discounts", "6800") }
            .Select(pair => new KeyValuePair<string, string>($"Codes[{pair.Item1}]", pair.Item2)), new("Credits", "Carry")];
        var clash = (await desk.Press(approver, "/books/settings", "/books/settings?handler=Accounts", Codes("2100"))).Text;
        Assert.Contains("could not be told apart", clash, StringComparison.Ordinal);
        Assert.Contains("Write an account of 1 to 60", (await desk.Press(approver, "/books/settings", "/books/settings?handler=Accounts", Codes(""))).Text, StringComparison.Ordinal);
        var tax = Regex.Match(clash, @"name=""(TaxCodes\[[^""]+\])""").Groups[1].Value;
        var lengthy = await desk.Press(approver, "/books/settings", "/books/settings?handler=Accounts", [.. Codes("1400"), new(tax, new string('7', 61))]);
        Assert.Contains("Write an account of 1 to 60 characters, such as 2200-", lengthy.Text, StringComparison.Ordinal);
        Assert.Contains("Saved", (await desk.Press(approver, "/books/settings", "/books/settings?handler=Accounts", Codes("1400"))).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", (await desk.Press(approver, "/books/settings", "/books/settings?handler=Accounts", Codes("1400"))).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await desk.Press(Finance, "/account", "/books/settings?handler=Accounts", Codes("1500"))).Status);
    }

    // Letters go out in the background: what the page says once they have.
    private static async Task<string> Remind(Desk desk)
    {
        await desk.Press(Finance, "/books/reminders", "/books/reminders?handler=Send");
        while (true)
        {
            var page = await desk.Read(Finance, "/books/reminders?view=sent");
            if (!page.Contains("id=\"progress\"", StringComparison.Ordinal))
            {
                return page;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static string Text(decimal amount) => amount.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

    private static List<SettlementItem> Open(Desk desk)
    {
        using var store = desk.Host.Services.GetRequiredService<DatabaseFile>().Open();
        return [.. new PaymentBook(store, 1, TimeProvider.System).Open(null, 0, 10_000).Where(item => item.Open.MinorUnits > 0)];
    }

    private static List<RecordedPayment> Payments(Desk desk)
    {
        using var store = desk.Host.Services.GetRequiredService<DatabaseFile>().Open();
        return [.. new PaymentBook(store, 1, TimeProvider.System).List(new PaymentFilter())];
    }

    // What statements say is owed, what ageing says, and what stands on the accounts is the same money, whatever was done before.
    private static void Agree(Desk desk)
    {
        using var store = desk.Host.Services.GetRequiredService<DatabaseFile>().Open();
        var (statements, always) = (new StatementBook(store, 1, TimeProvider.System), new ServicePeriod(new DateOnly(2020, 1, 1), new DateOnly(2030, 1, 1)));
        var customers = Customers(desk);
        Assert.True(customers.Count > 30);
        var owed = customers.SelectMany(customer => statements.Statements(customer, always)).ToList();
        foreach (var balance in new LedgerBook(store, 1, TimeProvider.System).Balance())
        {
            Assert.True(balance.IsBalanced);
            var ageing = statements.Ageing(new DateOnly(2026, 4, 1)).Where(row => row.Currency == balance.Currency).Sum(row => row.Total.MinorUnits);
            Assert.Equal(balance.Of(AccountRole.Receivable).MinorUnits, ageing);
            Assert.Equal(ageing + balance.Of(AccountRole.CustomerCredit).MinorUnits, owed.Where(statement => statement.Opening.Currency == balance.Currency).Sum(statement => statement.Closing.MinorUnits));
        }
    }

    private static List<string> Customers(Desk desk)
    {
        using var db = Billing.EntityFrameworkCore.BillingStorage.CreateContext(desk.Host.Services.GetRequiredService<DatabaseFile>().Path);
        return [.. db.Invoices(1).Select(invoice => invoice.Customer).Distinct()];
    }

    private static async Task<string> Upload(Desk desk, string name, string text)
    {
        using var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text));
        return await desk.Upload(Finance, "/books/bank/import", "Input.File", name, file);
    }

    [GeneratedRegex("/books/bank/\\d+")]
    private static partial Regex Movement();
}
