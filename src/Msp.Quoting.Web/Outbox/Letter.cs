namespace Msp.Quoting.Web.Outbox;

/// <summary>A letter in plain text.</summary>
/// <param name="ToName">For whom; empty when unknown.</param>
/// <param name="ToAddress">The e-mail address.</param>
/// <param name="Subject">In one line.</param>
/// <param name="Text">What it says.</param>
internal sealed record Letter(string ToName, string ToAddress, string Subject, string Text);
