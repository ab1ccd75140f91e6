namespace Msp.Quoting.Web.Outbox;

/// <summary>Thrown when a letter could not be handed over. The message can be shown to the sender.</summary>
internal sealed class OutboxException(string message, Exception? inner = null) : Exception(message, inner);
