using System.Text;
using CsCheck;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Quotes;

namespace Msp.Billing.Tests.Quotes;

public sealed class AcceptanceTests
{
    private static readonly Seller Seller = new("main", "Main Street IT", "US", Currency.Usd, "America/Los_Angeles");

    private static readonly Signer Dana = new("Dana Whitfield", "Managing partner", new DateTimeOffset(2026, 11, 30, 17, 4, 5, TimeSpan.Zero), "203.0.113.7", "Browser 1.0");

    private static readonly QuoteChoice Choice = new("standard-36", new ChosenItem("m365", 44m), new ChosenItem("cabling", 10m));

    [Fact]
    public void A_receipt_verifies_and_tells_who_accepted_what()
    {
        var acceptance = Accept();

        var verified = AcceptanceReceipt.Verify(AcceptanceReceipt.Write(acceptance), Convert.ToHexString(acceptance.Hash.AsSpan()));

        Assert.True(verified.IsValid, string.Join(", ", verified.Altered) + verified.Fault);
        Assert.Equal(("Q-2026-0148", 2, "standard-36", 44m, Dana with { Consent = new Consent(QuoteContent.DefaultConsentText, "") }), (verified.Acceptance?.Quote, verified.Acceptance?.Revision, verified.Acceptance?.Choice.Option, verified.Acceptance?.Choice.QuantityOf("m365"), verified.Acceptance?.Signer));
    }

    [Theory]
    [InlineData("\"Dana Whitfield\"", "\"Dan Whitfield\"", "signer")]
    [InlineData("\"quantity\": 44", "\"quantity\": 45", "choice")]
    [InlineData("\"option\": \"standard-36\"", "\"option\": \"basic-36\"", "choice")]
    [InlineData("\"price\": 150", "\"price\": 140", "revision")]
    [InlineData("2026-12-22", "2027-12-22", "revision")]
    [InlineData("I am authorised", "I was authorised", "revision,consent")]
    [InlineData("\"yearOne\": ", "\"yearOne\": 1", "shown")]
    [InlineData("Q-2026-0148", "Q-2026-0149", "offer")]
    public void A_receipt_that_was_altered_names_the_part(string what, string into, string parts)
    {
        var receipt = AcceptanceReceipt.Write(Accept());
        Assert.Contains(what, receipt, StringComparison.Ordinal);

        var verified = AcceptanceReceipt.Verify(receipt.Replace(what, into, StringComparison.Ordinal));

        Assert.False(verified.IsValid);
        Assert.Equal(parts, string.Join(',', verified.Altered));
    }

    [Fact]
    public void A_receipt_that_was_rewritten_throughout_has_another_seal()
    {
        var acceptance = Accept();
        var other = AcceptanceReceipt.Write(Accept(new QuoteChoice("standard-36")));

        Assert.True(AcceptanceReceipt.Verify(other).IsValid);
        Assert.Equal(["seal"], AcceptanceReceipt.Verify(other, Convert.ToHexStringLower(acceptance.Hash.AsSpan())).Altered);
    }

    [Fact]
    public void The_declaration_is_kept_in_the_words_and_the_language_that_the_signer_saw()
    {
        var shown = new Consent("Ich bin berechtigt, dieses Angebot anzunehmen, und stimme den Bedingungen zu.", "de-DE");
        var acceptance = Accept(signer: Dana with { Consent = shown });
        var receipt = AcceptanceReceipt.Write(acceptance);

        Assert.Equal(shown, Acceptance.Read(acceptance.Bytes.AsMemory()).Consent);
        Assert.Equal(shown, AcceptanceReceipt.Verify(receipt).Acceptance?.Consent);
        Assert.Equal(["consent"], AcceptanceReceipt.Verify(receipt.Replace("de-DE", "fr-FR", StringComparison.Ordinal)).Altered);
        Assert.Equal(["consent"], AcceptanceReceipt.Verify(receipt.Replace("Ich bin", "Ich war", StringComparison.Ordinal)).Altered);
    }

    [Fact]
    public void Evidence_of_the_first_version_is_still_read()
    {
        // It had the quote's own words as one text, and no language.
        var now = Encoding.UTF8.GetString(Accept().Bytes.AsSpan());
        var then = now.Replace("{\"v\":2,\"offer\"", "{\"v\":1,\"offer\"", StringComparison.Ordinal)
            .Replace("\"consent\":{\"text\":\"" + QuoteContent.DefaultConsentText + "\",\"language\":\"\"}", "\"consent\":\"" + QuoteContent.DefaultConsentText + "\"", StringComparison.Ordinal);
        Assert.Equal(now.Length - 23, then.Length);

        var read = Acceptance.Read(Encoding.UTF8.GetBytes(then));

        Assert.Equal(new Consent(QuoteContent.DefaultConsentText, ""), read.Consent);
        Assert.True(AcceptanceReceipt.Verify(AcceptanceReceipt.Write(read), Convert.ToHexString(read.Hash.AsSpan())).IsValid);
    }

    [Fact]
    public void White_space_and_line_ends_do_not_matter()
    {
        var receipt = AcceptanceReceipt.Write(Accept());

        Assert.True(AcceptanceReceipt.Verify(receipt.ReplaceLineEndings("\r\n    ")).IsValid);
    }

    [Fact]
    public void The_evidence_holds_no_cost_and_no_internal_note()
    {
        var receipt = AcceptanceReceipt.Write(Accept());

        Assert.DoesNotContain("unitCost", receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("outage in June", receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("abour", receipt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"msp-acceptance-receipt-1\"}")]
    [InlineData("{\"format\":\"msp-acceptance-receipt-1\",\"evidence\":{},\"parts\":{},\"sha256\":\"00\"}")]
    public void What_is_no_receipt_is_refused_with_a_reason(string text)
    {
        var verified = AcceptanceReceipt.Verify(text);

        Assert.False(verified.IsValid);
        Assert.True(verified.Fault is not null || !verified.Altered.IsEmpty);
    }

    [Fact]
    public void No_change_of_one_letter_goes_unseen()
    {
        var receipt = AcceptanceReceipt.Write(Accept());
        Gen.Select(Gen.Int[0, receipt.Length - 1], Gen.Char["abcXYZ019{}[],:\""]).Sample((place, letter) =>
        {
            var changed = new StringBuilder(receipt) { [place] = letter }.ToString();
            Assert.True(changed == receipt || char.IsWhiteSpace(receipt[place]) || !AcceptanceReceipt.Verify(changed).IsValid, $"place {place}: {receipt[place]} -> {letter}");
        });
    }

    private static Acceptance Accept(QuoteChoice? choice = null, Signer? signer = null) => Acceptance.Of(
        Seller, WorkedQuote.Customer, "Q-2026-0148", 2, CanonicalQuote.Write(WorkedQuote.Content()).AsMemory(), choice ?? Choice, signer ?? Dana, WorkedQuote.Tax);
}
