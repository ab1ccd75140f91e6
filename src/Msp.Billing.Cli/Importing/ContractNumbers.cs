using Msp.Billing.Cli.Parsing;

namespace Msp.Billing.Cli.Importing;

/// <summary>The numbers of a file's contracts: each once, none stored already, every customer known.</summary>
/// <param name="known">What is stored already.</param>
internal sealed class ContractNumbers(KnownRecords known)
{
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    /// <summary>Checks a contract's number and customer.</summary>
    /// <param name="head">What the file says of the contract.</param>
    /// <param name="record">What it was read from.</param>
    /// <param name="place">Makes the words for where it stands, for the message about a second one.</param>
    public void Check(ContractHead head, SourceRecord record, Func<string> place)
    {
        if (head.Number.Length > 0)
        {
            if (!_places.TryAdd(head.Number, place()))
            {
                record.Refuse("contract", $"'{SourceRecord.Shortened(head.Number)}' is there already, first in {_places[head.Number]}; the rows of one contract follow each other.");
            }
            else if (known.HasContract?.Invoke(head.Number) == true)
            {
                record.Refuse("contract", $"a contract '{SourceRecord.Shortened(head.Number)}' is stored already.");
            }
        }

        if (head.Customer.Length > 0 && known.HasCustomer?.Invoke(head.Customer) == false)
        {
            record.Refuse("customer", $"there is no customer '{SourceRecord.Shortened(head.Customer)}'; import it first.");
        }
    }
}
