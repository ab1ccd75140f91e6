using System.Globalization;
using System.Text;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;

namespace Msp.Billing.EntityFrameworkCore.Delivery;

/// <summary>The letter of a reminder: the seller's words of its level, then the figures, and where to pay. In German, French or English, by the customer's country.</summary>
public static class ReminderLetters
{
    private static readonly Wording English = new("en-GB", "Invoice", "due on", "Open", "Fee", "Interest", "Total", "Account", "If you have paid in the meantime, please ignore this letter.");
    private static readonly Wording German = new("de-DE", "Rechnung", "fällig am", "Offen", "Mahngebühr", "Zinsen", "Gesamt", "Konto", "Haben Sie inzwischen gezahlt, betrachten Sie dieses Schreiben bitte als gegenstandslos.");
    private static readonly Wording French = new("fr-FR", "Facture", "échue le", "Reste dû", "Frais de relance", "Intérêts", "Total", "Compte", "Si vous avez payé entre-temps, veuillez ne pas tenir compte de cette lettre.");

    /// <summary>The letter of a reminder. The same reminder gives the same letter while the same is open.</summary>
    /// <param name="reminder">The reminder; its customer has an e-mail address.</param>
    /// <param name="seller">Who reminds.</param>
    public static DocumentLetter LetterOf(SentReminder reminder, SellerParty seller)
    {
        ArgumentNullException.ThrowIfNull(reminder);
        ArgumentNullException.ThrowIfNull(seller);
        var words = reminder.Country switch { "DE" or "AT" => German, "FR" or "LU" or "MC" => French, _ => English };
        var culture = CultureInfo.GetCultureInfo(words.Culture);
        var text = new StringBuilder();
        text.Append(culture, $"{reminder.Title} {reminder.Number}\n{seller.Name}\n\n{reminder.CustomerName}\n\n{reminder.Text}\n\n");
        text.Append(culture, $"{words.Invoice} {reminder.Invoice}, {words.Due} {reminder.DueDay.ToString("d", culture)}\n{words.Open}: {Amount(reminder.Open)}\n");
        if (!reminder.Fee.IsZero)
        {
            text.Append(culture, $"{words.Fee}: {Amount(reminder.Fee)}\n");
        }

        if (!reminder.Interest.IsZero)
        {
            text.Append(culture, $"{words.Interest}: {Amount(reminder.Interest)}\n");
        }

        text.Append(culture, $"{words.Total}: {Amount(reminder.Open + reminder.Fee + reminder.Interest)}\n");
        if (seller.Details.Accounts is [var account, ..])
        {
            text.Append(culture, $"{words.Account}: {account.Number}{(account.Bank is { } bank ? ", " + bank : "")}\n");
        }

        text.Append('\n').Append(words.Crossed).Append('\n');
        return new DocumentLetter(reminder.Number, reminder.CustomerName, reminder.Email, $"{reminder.Title}: {reminder.Invoice}, {seller.Name}", text.ToString());

        string Amount(Money money) => money.Amount.ToString("N" + money.Currency.Decimals.ToString(CultureInfo.InvariantCulture), culture) + "\u00a0" + money.Currency.Code;
    }

    private sealed record Wording(string Culture, string Invoice, string Due, string Open, string Fee, string Interest, string Total, string Account, string Crossed);
}
