namespace Msp.Billing.Cli.Output;

/// <summary>The course of a contract for programs; without a contract, the diagram of every contract's life.</summary>
internal sealed record LifecycleJson(string? Contract, DateOnly? On, string? Status, IReadOnlyList<StatusChangeJson> Changes, IReadOnlyList<string> Allowed, string? Mermaid);
