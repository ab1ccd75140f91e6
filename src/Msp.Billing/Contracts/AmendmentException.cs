namespace Msp.Billing.Contracts;

/// <summary>Thrown when an amendment does not fit the contract: an unknown line, a day outside it, a change to something over. The message can be shown to a user.</summary>
public sealed class AmendmentException : InvalidOperationException
{
    internal AmendmentException(string contract, DateOnly day, string message)
        : base(FormattableString.Invariant($"Contract {contract}, {day:yyyy-MM-dd}: {message}"))
    {
        Contract = contract;
        Day = day;
    }

    /// <summary>The contract's number.</summary>
    public string Contract { get; }

    /// <summary>The day from which the change was to hold.</summary>
    public DateOnly Day { get; }
}
