using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads what one customer's documents need, for a customer that is stored already.</summary>
internal static class CustomerFile
{
    private static readonly string[] Properties = ["$schema", "country", "buyer_reference", .. PartyFields.Common, "purchase_orders"];

    /// <summary>The customer with what the file says; of no use when there is a problem.</summary>
    public static ImportedCustomer Read(string path, Customer known, ImportProblems problems)
    {
        ArgumentNullException.ThrowIfNull(known);
        return ObjectFile.Read(path, "customer", Properties, problems, record => Of(record, known)) ?? new ImportedCustomer(known, CustomerDetails.None);
    }

    private static ImportedCustomer? Of(JsonRecord record, Customer known)
    {
        var (country, reference) = (record.Text("country"), record.Text("buyer_reference"));
        var customer = PartyFields.Made(record, "country", () => new Customer(known.Number, known.Name, known.Tax)
        {
            Parent = known.Parent,
            Country = country ?? known.Country,
            Address = known.Address,
            Email = known.Email,
            BuyerReference = reference,
            Sites = known.Sites,
        });
        return customer is null ? null : new ImportedCustomer(
            customer,
            new CustomerDetails
            {
                Address = PartyFields.Address(record),
                Registration = PartyFields.Registration(record),
                ElectronicAddress = PartyFields.ElectronicAddress(record),
                Contact = PartyFields.Contact(record),
                PurchaseOrders = PartyFields.Orders(record),
                Language = PartyFields.Language(record),
            });
    }
}
