using System.Globalization;
using Msp.Billing.Quotes;

namespace Msp.Billing.Cli.Output;

/// <summary>Quotes and receipts for people.</summary>
/// <param name="output">Where to.</param>
/// <param name="color">Whether with colours.</param>
internal sealed class QuoteText(TextWriter output, bool color)
{
    /// <summary>A quote.</summary>
    public void Write(QuoteShowJson quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        output.WriteLine($"Quote {quote.Number}: {quote.Title}");
        output.WriteLine($"  customer {quote.Customer}, owner {quote.Owner}; {EnumText.WordsOf(quote.Status)} on {Figures.Of(quote.On)}");
        output.WriteLine($"  it can: {(quote.Allowed.Count == 0 ? "nothing more" : string.Join(", ", quote.Allowed.Select(EnumText.WordsOf)))}");
        foreach (var revision in quote.Revisions)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  revision {revision.Number}: {EnumText.WordsOf(revision.Status)}{(revision.SentAt is { } sent ? $", sent {Figures.Of(sent)}" : "")}"));
        }

        if (quote.Options.Count > 0)
        {
            output.WriteLine();
            var options = new TextTable("Option", "Name", ">Monthly", ">One-off", ">Year one", ">Whole term", ">Discount", ">First invoice", "Currency");
            foreach (var option in quote.Options)
            {
                options.Add(
                    option.Code, option.Name, Figures.Of(option.Monthly), Figures.Of(option.OneOff), Figures.Of(option.YearOne), option.WholeTerm is { } term ? Figures.Of(term) : "",
                    Figures.Of(option.Discount), option.Invoices.Count == 0 ? "" : Figures.Of(option.Invoices[0].Total), option.Currency);
            }

            options.Write(output, color);
            output.WriteLine("Before tax, but for the first invoice.");
        }

        if (quote.Acceptance is { } accepted)
        {
            output.WriteLine();
            output.WriteLine($"Accepted by {accepted.Name}, {accepted.Role}, at {Figures.Of(accepted.At)}: option {accepted.Option}; contract {accepted.Contract}");
            output.WriteLine($"Seal {accepted.Seal}");
        }

        output.WriteLine();
        var history = new TextTable("At", "Rev", "What", "Who", "Words");
        foreach (var happened in quote.History)
        {
            history.Add(Figures.Of(happened.At), Figures.Of(happened.Revision), EnumText.WordsOf(happened.Action ?? happened.Kind), happened.Author, happened.Text.ReplaceLineEndings(" "));
        }

        history.Write(output, color);
        foreach (var happened in quote.History.Where(one => one.Breaches.Count > 0))
        {
            output.WriteLine();
            output.WriteLine($"{EnumText.WordsOf(happened.Action ?? happened.Kind)} by {happened.Author} at {Figures.Of(happened.At)}, when it broke:");
            foreach (var breach in happened.Breaches)
            {
                output.WriteLine("  " + breach.Sentence);
            }
        }
    }

    /// <summary>What verifying a receipt found.</summary>
    public void Write(ReceiptVerification verified, bool? stored)
    {
        ArgumentNullException.ThrowIfNull(verified);
        if (verified.Acceptance is { } acceptance)
        {
            output.WriteLine(stored is false
                ? $"Valid in itself, but the database has another acceptance of quote {acceptance.Quote}, or none."
                : $"Valid: nothing was altered{(stored is true ? ", and the database has the same acceptance" : "")}.");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Quote {acceptance.Quote}, revision {acceptance.Revision}, option {acceptance.Choice.Option}"));
            output.WriteLine($"Accepted by {acceptance.Signer.Name}, {acceptance.Signer.Role}, at {Figures.Of(acceptance.Signer.At)}");
            output.WriteLine($"Declared{(acceptance.Consent.Language is { Length: > 0 } language ? $" in {language}" : "")}: {acceptance.Consent.Text}");
        }
        else
        {
            output.WriteLine($"ALTERED: {string.Join(", ", verified.Altered.Select(Meaning))}.");
        }

        output.WriteLine($"Seal {verified.Seal}");
    }

    private static string Meaning(string part) => part switch
    {
        "offer" => "who offered what to whom (offer)",
        "revision" => "what the quote said (revision)",
        "choice" => "what was chosen (choice)",
        "shown" => "the figures that were shown (shown)",
        "signer" => "who accepted, when and from where (signer)",
        "consent" => "what was declared (consent)",
        "sha256" => "the hash of the whole (sha256)",
        "seal" => "the receipt fits itself, but its seal is not the one that was asked for (seal)",
        _ => $"'{part}'",
    };
}
