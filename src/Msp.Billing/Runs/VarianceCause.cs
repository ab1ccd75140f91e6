namespace Msp.Billing.Runs;

/// <summary>Why a run's total is not the last run's. Every minor unit of the difference has one cause. Stored: numbers are never reused.</summary>
public enum VarianceCause
{
    /// <summary>Lines billed for the first time: at the price of a whole period, or everything where several periods are caught up at once.</summary>
    New = 1,

    /// <summary>Lines that are over, at the price of a whole period.</summary>
    Ended = 2,

    /// <summary>More or fewer units, at the last run's price.</summary>
    Quantity = 3,

    /// <summary>Other prices, agreed or discounted, at this run's quantity.</summary>
    Price = 4,

    /// <summary>Prices that an uplift set, at this run's quantity.</summary>
    Uplift = 5,

    /// <summary>Part periods, in the last run or in this one.</summary>
    Proration = 6,

    /// <summary>Charges billed once; credits that somebody gave are none.</summary>
    OneOff = 7,

    /// <summary>Adjustments in the customer's favour, and credits that somebody gave.</summary>
    Credit = 8,

    /// <summary>Tax.</summary>
    Tax = 9,

    /// <summary>Adjustments in the seller's favour.</summary>
    Adjustment = 10,

    /// <summary>Periods longer than a run's that fell due in one of the two runs and not in the other, and several periods caught up at once.</summary>
    Cadence = 11,

    /// <summary>Contracts that the last run billed and that this one leaves unbilled: left out, held, or not billable until something is put right.</summary>
    NotBilled = 12,
}
