using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Runs;

namespace Msp.Quoting.Web.Tests.Invoices;

/// <summary>Corrections on the pages of an invoice: proposed with their figures, issued by somebody else.</summary>
public sealed partial class CorrectionTests
{
    [Fact]
    public async Task One_line_is_credited_and_billed_anew_by_a_second_person()
    {
        await using var desk = await Desk.Open();
        var invoice = Documents(desk, new DocumentFilter { State = DocumentState.Open }).First(found => found.Total.MinorUnits > 10_000).Number;
        var page = $"/invoices/{invoice}/correct";
        KeyValuePair<string, string>[] asked = [new("Entry.Kind", "CreditAndRebill"), new("Entry.Lines", "1"), new("Entry.Day", "2026-04-01"), new("Entry.Reason", "miscounted & sorry")];
        var before = Documents(desk, new DocumentFilter()).Count;

        var (status, shown) = await desk.Press(StaffRoles.FinanceApprover, page, page + "?handler=Preview", asked);
        Assert.Equal(200, status);
        Assert.Contains("What it does", shown, StringComparison.Ordinal);
        var given = Hidden(shown, "Entry.ShownGiven");

        // The contract did not change, so what is given back is billed again.
        Assert.Equal(given, Hidden(shown, "Entry.ShownBilled"));
        Assert.Equal(before, Documents(desk, new DocumentFilter()).Count);
        var wrong = await desk.Press(StaffRoles.FinanceApprover, page, page + "?handler=Propose", [.. asked, new("Entry.ShownGiven", "1"), new("Entry.ShownBilled", "1")]);
        Assert.Contains("These are other figures than those you saw", wrong.Text, StringComparison.Ordinal);
        var proposed = await desk.Press(StaffRoles.FinanceApprover, page, page + "?handler=Propose", [.. asked, new("Entry.ShownGiven", given), new("Entry.ShownBilled", given)]);
        Assert.Contains("miscounted & sorry", proposed.Text, StringComparison.Ordinal);
        Assert.Contains("A second person has to issue it", proposed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Issue the correction", proposed.Text, StringComparison.Ordinal);
        Assert.Contains("1 correction waits for a decision", await desk.Read(StaffRoles.Finance, "/invoices"), StringComparison.Ordinal);

        var refused = await desk.Press(StaffRoles.FinanceApprover, "/account", $"/invoices/{invoice}?handler=Issue", new KeyValuePair<string, string>("correction", "1"));
        Assert.Contains("You proposed this correction", refused.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await desk.Press(StaffRoles.Finance, "/account", $"/invoices/{invoice}?handler=Issue", new KeyValuePair<string, string>("correction", "1"))).Status);
        Assert.Equal(before, Documents(desk, new DocumentFilter()).Count);

        var issued = await desk.Press("all", $"/invoices/{invoice}", $"/invoices/{invoice}?handler=Issue", new KeyValuePair<string, string>("correction", "1"));
        var note = Number().Match(issued.Text).Value;
        Assert.Equal(before + 2, Documents(desk, new DocumentFilter()).Count);
        Assert.Empty(desk.Faults());
        var credit = await desk.Read(StaffRoles.Finance, "/invoices/" + note);
        Assert.Contains($"/invoices/{invoice}", credit, StringComparison.Ordinal);
        Assert.Contains("miscounted & sorry", credit, StringComparison.Ordinal);

        // The files of the credit note name the invoice, and their totals are those of the page.
        var total = long.Parse(given, CultureInfo.InvariantCulture) / 100m;
        var ubl = XDocument.Parse(await desk.Read("all", $"/invoices/{note}?handler=Ubl"));
        Assert.Equal(invoice, ubl.Descendants().Single(one => one.Name.LocalName == "InvoiceDocumentReference").Elements().First().Value);
        Assert.Equal(total, decimal.Parse(ubl.Descendants().Single(one => one.Name.LocalName == "PayableAmount").Value, CultureInfo.InvariantCulture));
        var cii = XDocument.Parse(await desk.Read("all", $"/invoices/{note}?handler=Cii"));
        Assert.Equal(invoice, cii.Descendants().Single(one => one.Name.LocalName == "InvoiceReferencedDocument").Elements().First().Value);
        Assert.Equal(total, decimal.Parse(cii.Descendants().Single(one => one.Name.LocalName == "DuePayableAmount").Value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task What_is_open_is_given_up_and_a_proposal_is_declined_with_a_reason()
    {
        await using var desk = await Desk.Open();
        var invoice = Documents(desk, new DocumentFilter { State = DocumentState.Open })[0];
        var page = $"/invoices/{invoice.Number}/correct";
        KeyValuePair<string, string>[] asked = [new("Entry.Kind", "WriteOff"), new("Entry.Day", "2026-04-01"), new("Entry.Reason", "insolvent"), new("Entry.ShownGiven", invoice.Open.MinorUnits.ToString(CultureInfo.InvariantCulture)), new("Entry.ShownBilled", "0")];
        await desk.Press(StaffRoles.Finance, page, page + "?handler=Propose", asked);

        Assert.Contains("Say why", (await desk.Press(StaffRoles.Finance, page, $"/invoices/{invoice.Number}?handler=Decline", new("correction", "1"), new("DeclineReason", ""))).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was issued", (await desk.Press(StaffRoles.Finance, page, $"/invoices/{invoice.Number}?handler=Decline", new("correction", "1"), new("DeclineReason", "they paid"))).Text, StringComparison.Ordinal);
        await desk.Press(StaffRoles.Finance, page, page + "?handler=Propose", asked);
        await desk.Press(StaffRoles.FinanceApprover, $"/invoices/{invoice.Number}", $"/invoices/{invoice.Number}?handler=Issue", new KeyValuePair<string, string>("correction", "2"));

        Assert.Equal(DocumentState.WrittenOff, Assert.Single(Documents(desk, new DocumentFilter { Number = invoice.Number })).State);
        var text = await desk.Read(StaffRoles.Auditor, "/invoices/" + invoice.Number);
        Assert.Contains("they paid", text, StringComparison.Ordinal);
        Assert.Contains("insolvent", text, StringComparison.Ordinal);
        Assert.Contains(invoice.Number, await desk.Read(StaffRoles.Auditor, "/invoices?state=WrittenOff"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_correct_is_turned_away_and_what_is_wrong_is_said_beside_its_field()
    {
        await using var desk = await Desk.Open();
        var page = "/invoices/INV-2026-0000001/correct";
        foreach (var who in (string[])[StaffRoles.Sales, StaffRoles.Auditor, StaffRoles.Admin])
        {
            Assert.Equal(403, (await desk.Press(who, "/account", page + "?handler=Propose", new("Entry.Kind", "Credit"), new("Entry.Day", "2026-04-01"), new("Entry.Reason", "x"))).Status);
            Assert.Equal(403, (await desk.Press(who, "/account", "/invoices/INV-2026-0000001?handler=Issue", new KeyValuePair<string, string>("correction", "1"))).Status);
        }

        var early = await desk.Press(StaffRoles.Finance, page, page + "?handler=Preview", new("Entry.Kind", "Credit"), new("Entry.Day", "2026-01-01"), new("Entry.Reason", ""));
        Assert.Contains("Entry_Reason-error", early.Text, StringComparison.Ordinal);
        early = await desk.Press(StaffRoles.Finance, page, page + "?handler=Preview", new("Entry.Kind", "Credit"), new("Entry.Day", "2026-01-01"), new("Entry.Reason", "x"));
        Assert.Contains("cannot stand on a day before its document", early.Text, StringComparison.Ordinal);
        Assert.Contains("Entry_Day-error", early.Text, StringComparison.Ordinal);
        desk.Speak(StaffRoles.Finance, "de-DE");
        early = await desk.Press(StaffRoles.Finance, page, page + "?handler=Preview", new("Entry.Kind", "Credit"), new("Entry.Day", "2026-01-01"), new("Entry.Reason", "x"));
        Assert.Contains("kann nicht vor ihrem Beleg liegen", early.Text, StringComparison.Ordinal);
    }

    private static List<FoundDocument> Documents(Desk desk, DocumentFilter filter)
    {
        using var store = desk.Host.Services.GetRequiredService<DatabaseFile>().Open();
        new LedgerBook(store, 1, TimeProvider.System).Book();
        return [.. new DocumentSearch(store, 1, new DateOnly(2026, 4, 1)).Find(filter, 0, int.MaxValue)];
    }

    private static string Hidden(string page, string name) => Regex.Match(page, $"name=\"{Regex.Escape(name)}\" value=\"(\\d+)\"").Groups[1].Value;

    [GeneratedRegex(@"CN-2026-\d{7}")]
    private static partial Regex Number();
}
