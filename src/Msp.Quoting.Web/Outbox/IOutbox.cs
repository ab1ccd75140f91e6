namespace Msp.Quoting.Web.Outbox;

/// <summary>Where letters leave the tool. The tool hands over a letter and goes on; what carries it is a setting.</summary>
internal interface IOutbox
{
    /// <summary>Takes a letter.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="OutboxException">It was not taken; the message says why, in words for the sender.</exception>
    Task Send(Letter letter, CancellationToken cancellation);
}
