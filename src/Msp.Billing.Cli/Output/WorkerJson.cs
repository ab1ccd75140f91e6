namespace Msp.Billing.Cli.Output;

/// <summary>A worker that was stopped, for programs.</summary>
/// <param name="Worker">What it was called in what is recorded.</param>
/// <param name="Database">The database that it worked on; never has a password.</param>
internal sealed record WorkerJson(string Worker, string Database);
