namespace Msp.Billing.Documents.EInvoicing;

/// <summary>One line (EN 16931: BG-25). Net amount = quantity × price ÷ base quantity − allowance, to the minor unit.</summary>
public sealed record EInvoiceLine
{
    /// <summary>What an allowance is (BT-140, UNCL 5189): a discount.</summary>
    public const string DiscountCode = "95";

    /// <summary>What an allowance is in words (BT-139).</summary>
    public const string DiscountReason = "Discount";

    /// <summary>Its number on the document (BT-126).</summary>
    public required string Id { get; init; }

    /// <summary>What it is called (BT-153).</summary>
    public required string Name { get; init; }

    /// <summary>The charge's code (BT-155); null for none.</summary>
    public string? ItemId { get; init; }

    /// <summary>How many (BT-129); below zero where something is given back.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>What is counted, by its code of UN/ECE Recommendation 20 (BT-130, BT-150).</summary>
    public required string UnitCode { get; init; }

    /// <summary>The amount before tax (BT-131).</summary>
    public required decimal NetAmount { get; init; }

    /// <summary>The price of <see cref="BaseQuantity"/> units before tax (BT-146); never below zero.</summary>
    public required decimal Price { get; init; }

    /// <summary>For how many units the price is (BT-149); null for one.</summary>
    public decimal? BaseQuantity { get; init; }

    /// <summary>What is taken off quantity times price (BT-136); zero for nothing.</summary>
    public decimal Allowance { get; init; }

    /// <summary>The VAT category (BT-151).</summary>
    public required VatCategory Category { get; init; }

    /// <summary>The rate in percent (BT-152).</summary>
    public required decimal Rate { get; init; }

    /// <summary>The first day it is for (BT-134).</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day it is for (BT-135).</summary>
    public required DateOnly Through { get; init; }
}
