using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Outbox;

namespace Msp.Quoting.Web.Proposals;

/// <summary>The letters about a proposal: the link to the customer, what the customer answers to whoever sent it. Plain text, no picture that reports the opening.</summary>
internal sealed class ProposalMail(IOutbox outbox, Texts texts, ILogger<ProposalMail> log)
{
    private static readonly Action<ILogger, string, Exception?> NotTold =
        LoggerMessage.Define<string>(LogLevel.Warning, new EventId(1, nameof(NotTold)), "Nobody could be told about the answer to quote {Quote}; it stands in its history.");

    /// <summary>Sends the link.</summary>
    /// <param name="name">For whom.</param>
    /// <param name="address">Where to.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="words">What the seller wrote.</param>
    /// <param name="link">The link.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="OutboxException">It was not taken.</exception>
    public Task SendLink(string name, string address, string subject, string words, string link, CancellationToken cancellation) =>
        outbox.Send(new Letter(name, address, subject, words.Trim() + "\n\n" + link + "\n\n" + texts["The link is meant for you alone: whoever has it can read and accept the proposal."] + "\n"), cancellation);

    /// <summary>Tells who sent the proposal what the customer answered. When nobody can be told, the history still has it.</summary>
    public Task SendReply(LinkedProposal linked, string name, string kind, string? words, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(linked);
        var shared = linked.Shared;
        return Tell(
            linked, FormattableString.Invariant($"{shared.Quote.Number}: {kind} from {shared.Customer.Name}"),
            FormattableString.Invariant($"{name} ({shared.Customer.Name}) on {shared.Quote.Number}, version {shared.Link.Revision}:\n\n{words}\n"), cancellation);
    }

    /// <summary>Tells who sent the proposal that it was accepted.</summary>
    public Task SendAccepted(LinkedProposal linked, string name, string contract, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(linked);
        var shared = linked.Shared;
        return Tell(
            linked, FormattableString.Invariant($"{shared.Quote.Number}: accepted by {shared.Customer.Name}"),
            FormattableString.Invariant($"{name} accepted {shared.Quote.Number}, version {shared.Link.Revision}. The contract is {contract}.\n"), cancellation);
    }

    private async Task Tell(LinkedProposal linked, string subject, string words, CancellationToken cancellation)
    {
        try
        {
            if (linked.Shared.Link.CreatedBy is var address && address.Contains('@', StringComparison.Ordinal))
            {
                await outbox.Send(new Letter(linked.Sender, address, subject, words), cancellation);
            }
        }
        catch (OutboxException exception)
        {
            NotTold(log, linked.Shared.Quote.Number, exception);
        }
    }
}
