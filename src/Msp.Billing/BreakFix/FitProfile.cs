namespace Msp.Billing.BreakFix;

/// <summary>What is known of a firm to see whether a managed service suits it. What nobody asked is null, and counts neither for nor against it.</summary>
/// <param name="Users">People who use computers, from 1.</param>
/// <param name="Technicians">Own IT staff, in full-time people, from 0; null when not known.</param>
/// <param name="IsRegulated">Whether it is in healthcare, finance, law or another trade that asks for documented security and compliance; null when not known.</param>
/// <param name="Sites">Places of work, from 1.</param>
/// <param name="RemoteShare">The share of its people who mostly work elsewhere, 0 to 1; null when not known.</param>
/// <param name="YearlyGrowth">By how much its headcount grows in a year: 0.2 is 20 %; negative when it shrinks; null when not known.</param>
/// <param name="Comparison">What the comparison says; null when there is none.</param>
public sealed record FitProfile(
    int Users, double? Technicians, bool? IsRegulated, int Sites, double? RemoteShare, double? YearlyGrowth, Verdict? Comparison);
