using Microsoft.Extensions.DependencyInjection;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Runs;

namespace Msp.Quoting.Web.Tests.Invoices;

/// <summary>What documents say of both parties, as it is entered on pages.</summary>
public sealed class PartyPageTests
{
    private const string Seller = "/settings/documents";

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_with_the_rule_that_asks_and_nothing_is_changed()
    {
        await using var desk = await Desk.Open();
        var version = Version(desk);
        var (_, text) = await desk.Press(
            StaffRoles.Admin, Seller, Seller, new("Entry.Version", "1"), new("Entry.VatNumber", "6388047V"), new("Entry.Street", "12 Harbour Row"), new("Entry.ElectronicAddress", "IE6388047V"),
            new("Entry.Account", "IE29 AIBK 9311 5212 3456 79"), new("Entry.RegistrationScheme", "0106"));

        foreach (var (field, rule) in new[] { ("VatNumber", "BR-CO-09"), ("City", "An address has a town"), ("ElectronicScheme", "BR-62"), ("Account", "BR-61"), ("Registration", "There is a register and no number") })
        {
            Assert.Contains($"Entry_{field}-error", text, StringComparison.Ordinal);
            Assert.Contains(rule, text, StringComparison.Ordinal);
        }

        Assert.Equal(version, Version(desk));
    }

    [Fact]
    public async Task A_customers_details_hold_from_the_next_document_on_and_the_log_says_who_changed_them()
    {
        await using var desk = await Desk.Open();
        var (number, before) = Last(desk);
        var path = $"/customers/{before.Customer}/billing";
        var form = await desk.Read(StaffRoles.Finance, path);
        string Hidden(string name) => System.Text.RegularExpressions.Regex.Match(form, $"name=\"Entry.{name}\"[^>]*value=\"(\\d+)\"").Groups[1].Value;
        KeyValuePair<string, string>[] fields =
        [
            new("Entry.Version", Hidden("Version")), new("Entry.CustomerVersion", Hidden("CustomerVersion")), new("Entry.Street", "1 New Quay"), new("Entry.City", "Cork"),
            new("Entry.PostCode", "T12 XY00"), new("Entry.Country", "IE"), new("Entry.BuyerReference", "NEW-77"), new("Entry.VatNumber", "IE3958334A"), new("Entry.Email", "ap@new.example"),
        ];
        await desk.Press(StaffRoles.Finance, path, path, fields);

        using (var store = desk.Host.Services.GetRequiredService<DatabaseFile>().Open())
        {
            var party = new PartyBook(store, 1).Customer(before.Customer)?.Party;
            Assert.Equal(("NEW-77", "Cork", "ap@new.example"), (party?.BuyerReference, party?.Details.Address?.City, party?.Email));
            using var reader = new IssuedDocumentReader(store, 1);
            Assert.NotEqual("NEW-77", reader.Find(number)?.Customer.BuyerReference);
        }

        var log = await desk.Read(StaffRoles.Auditor, "/audit");
        Assert.Contains(AuditActions.CustomerDetailsChanged, log, StringComparison.Ordinal);
        Assert.Contains("Somebody else changed this", (await desk.Press(StaffRoles.FinanceApprover, path, path, fields)).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await desk.Press(StaffRoles.Sales, "/account", path, fields)).Status);
        Assert.Equal(403, (await desk.Press(StaffRoles.Finance, "/account", Seller, fields)).Status);
    }

    private static long Version(Desk desk)
    {
        using var store = desk.Host.Services.GetRequiredService<DatabaseFile>().Open();
        return new PartyBook(store, 1).Seller().Version;
    }

    private static (string Number, DocumentRow Row) Last(Desk desk)
    {
        using var store = desk.Host.Services.GetRequiredService<DatabaseFile>().Open();
        var row = new DocumentList(store, 1).Find(null, null, null, 50).First(one => one.Kind == Msp.Billing.Invoicing.DocumentKind.Invoice);
        return (row.Number, row);
    }
}
