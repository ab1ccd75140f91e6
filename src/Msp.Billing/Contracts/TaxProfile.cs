namespace Msp.Billing.Contracts;

/// <summary>What decides a customer's tax.</summary>
public sealed record TaxProfile
{
    /// <summary>Creates a profile.</summary>
    /// <param name="jurisdiction">The key of the seller's tax table, such as <c>DE</c> or <c>US-CA</c>.</param>
    /// <param name="vatNumber">The customer's VAT number with its country prefix, such as <c>DE123456789</c>; null when it has none.</param>
    /// <param name="exemptionReason">Why every line is exempt, as it is printed; null when none is by reason of the customer.</param>
    /// <param name="reverseCharge">Whether the customer accounts for the tax itself; needs a VAT number.</param>
    /// <exception cref="ArgumentException">
    /// The jurisdiction is blank, the VAT number has no prefix of two capital letters (EN 16931, BR-CO-09), reverse charge has no VAT number, or both an
    /// exemption and reverse charge are set.
    /// </exception>
    public TaxProfile(string jurisdiction, string? vatNumber = null, string? exemptionReason = null, bool reverseCharge = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jurisdiction);
        if (vatNumber is not null && vatNumber is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z', _, ..])
        {
            throw new ArgumentException($"VAT number '{vatNumber}' must begin with the two capital letters of its country, such as DE123456789.", nameof(vatNumber));
        }

        if (exemptionReason is not null && string.IsNullOrWhiteSpace(exemptionReason))
        {
            throw new ArgumentException("An exemption needs a reason that can be printed.", nameof(exemptionReason));
        }

        if (reverseCharge && (vatNumber is null || exemptionReason is not null))
        {
            throw new ArgumentException(
                vatNumber is null ? "Reverse charge needs the customer's VAT number." : "A customer is exempt or accounts for the tax itself, not both.", nameof(reverseCharge));
        }

        Jurisdiction = jurisdiction;
        VatNumber = vatNumber;
        ExemptionReason = exemptionReason;
        ReverseCharge = reverseCharge;
    }

    /// <summary>The key of the seller's tax table.</summary>
    public string Jurisdiction { get; }

    /// <summary>The customer's VAT number with its country prefix; null when it has none.</summary>
    public string? VatNumber { get; }

    /// <summary>Why every line is exempt, as it is printed; null when none is by reason of the customer.</summary>
    public string? ExemptionReason { get; }

    /// <summary>Whether the customer accounts for the tax itself.</summary>
    public bool ReverseCharge { get; }
}
