namespace Msp.Billing.Insights;

/// <summary>Why the documents of a month come to another amount than the MRR. Stored with exports: numbers are never reused.</summary>
public enum BridgePart
{
    /// <summary>Monthly lines of which a part of the period is billed, or several prices or quantities within it.</summary>
    Proration = 1,

    /// <summary>Monthly lines billed whole at another quantity, price or discount than that of the day, and lines that are not held on it.</summary>
    Change = 2,

    /// <summary>Lines that are not monthly: what they are billed in their month, less their monthly share in the others.</summary>
    OtherCadence = 3,

    /// <summary>Lines billed by report: what this month's report says beyond what the last one said.</summary>
    Usage = 4,

    /// <summary>Further periods of monthly lines on the same month's documents: those caught up with.</summary>
    OtherMonth = 5,

    /// <summary>Monthly lines that are held and not on a document of the month: begun after the run, in arrears, left out, free of documents elsewhere. Never above zero.</summary>
    NotBilled = 6,

    /// <summary>Adjustments that charge more for earlier periods.</summary>
    Adjustment = 7,

    /// <summary>Adjustments that give back.</summary>
    Credit = 8,

    /// <summary>What is billed once.</summary>
    OneOff = 9,
}
