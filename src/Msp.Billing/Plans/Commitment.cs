namespace Msp.Billing.Plans;

/// <summary>How long a customer binds itself with a plan and how it gets out: the offer, from which a contract's term is made.</summary>
public sealed record Commitment
{
    /// <summary>Creates a commitment.</summary>
    /// <param name="months">The first term in months, 1 or more; null when it binds for no longer than notice.</param>
    /// <param name="renewalMonths">By how many months it renews by itself, 1 or more; null when it ends with its first term.</param>
    /// <param name="noticeDays">Days of notice; zero or more.</param>
    /// <param name="termination">What leaving early costs and what happens to data and access, in the words of the proposal.</param>
    /// <exception cref="ArgumentException">A figure is out of range, a renewal has no first term, or the words are blank.</exception>
    public Commitment(int? months, int? renewalMonths, int noticeDays, string termination)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(termination);
        ArgumentOutOfRangeException.ThrowIfNegative(noticeDays);
        ArgumentOutOfRangeException.ThrowIfLessThan(months ?? 1, 1, nameof(months));
        ArgumentOutOfRangeException.ThrowIfLessThan(renewalMonths ?? 1, 1, nameof(renewalMonths));
        if (months is null && renewalMonths is not null)
        {
            throw new ArgumentException("A commitment without a first term runs until notice and does not renew; leave the renewal out.", nameof(renewalMonths));
        }

        Months = months;
        RenewalMonths = renewalMonths;
        NoticeDays = noticeDays;
        Termination = termination;
    }

    /// <summary>The first term in months; null when it binds for no longer than notice.</summary>
    public int? Months { get; }

    /// <summary>By how many months it renews by itself; null when it ends with its first term.</summary>
    public int? RenewalMonths { get; }

    /// <summary>Days of notice.</summary>
    public int NoticeDays { get; }

    /// <summary>What leaving early costs and what happens to data and access, in the words of the proposal.</summary>
    public string Termination { get; }
}
