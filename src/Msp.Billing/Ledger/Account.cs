namespace Msp.Billing.Ledger;

/// <summary>An account of the ledger: what it is for, and the seller's own code for it.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Code">The code, such as <c>4000</c>; unique within its role.</param>
public readonly record struct Account(AccountRole Role, string Code) : IComparable<Account>
{
    /// <summary>Whether it is by role, then by code, smaller.</summary>
    public static bool operator <(Account left, Account right) => left.CompareTo(right) < 0;

    /// <summary>Whether it is by role, then by code, larger.</summary>
    public static bool operator >(Account left, Account right) => left.CompareTo(right) > 0;

    /// <summary>Whether it is by role, then by code, smaller or the same.</summary>
    public static bool operator <=(Account left, Account right) => left.CompareTo(right) <= 0;

    /// <summary>Whether it is by role, then by code, larger or the same.</summary>
    public static bool operator >=(Account left, Account right) => left.CompareTo(right) >= 0;

    /// <summary>By role, then by code.</summary>
    public int CompareTo(Account other) => Role == other.Role ? string.CompareOrdinal(Code, other.Code) : Role.CompareTo(other.Role);

    /// <summary>Role and code: <c>Revenue 4000</c>.</summary>
    public override string ToString() => $"{Role} {Code}";
}
