namespace Msp.Billing.BreakFix;

/// <summary>One reason of a fit, as data and in words.</summary>
/// <param name="Criterion">What it is about.</param>
/// <param name="Points">What it adds to the score; negative when it speaks against.</param>
/// <param name="MostPoints">What it could add at most.</param>
/// <param name="Value">What was found: users, users per technician, 1 for regulated, sites, growth, or the number of the verdict; 0 where nothing is known.</param>
/// <param name="Words">The reason in English, for a customer; pages in other languages write their own.</param>
/// <param name="IsKnown">Whether somebody said; without it there are no points.</param>
public sealed record FitReason(FitCriterion Criterion, int Points, int MostPoints, double Value, string Words, bool IsKnown = true);
