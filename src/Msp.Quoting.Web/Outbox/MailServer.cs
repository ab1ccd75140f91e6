using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Msp.Quoting.Web.Outbox;

/// <summary>Speaks to the mail server of the settings: one conversation a letter.</summary>
/// <remarks>Encryption that was asked for is never given up: a server that offers none, or a certificate that nobody vouches for, gets no letter and no password.</remarks>
/// <param name="host">The server.</param>
/// <param name="options">Its port, the encryption and the account.</param>
internal sealed class MailServer(string host, OutboxOptions options)
{
    private const int TlsFromTheStart = 465;
    private const int Patience = 30_000; // milliseconds for each answer

    /// <summary>Sends a letter.</summary>
    /// <param name="message">The letter.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="OutboxException">It was not taken.</exception>
    public async Task Send(MimeMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var client = new SmtpClient { Timeout = Patience };
        try
        {
            await client.ConnectAsync(host, options.Port, Encryption(), cancellation);
            if (options.User is { } user)
            {
                await client.AuthenticateAsync(user, options.Password ?? "", cancellation);
            }

            await client.SendAsync(message, cancellation);
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception exception) when (exception is CommandException or ProtocolException or MailKit.Security.AuthenticationException or SslHandshakeException
            or SocketException or IOException or TimeoutException or NotSupportedException or ServiceNotAuthenticatedException)
        {
            throw new OutboxException($"The letter to {message.To} could not be sent: {exception.Message}", exception);
        }
    }

    private SecureSocketOptions Encryption() =>
        !options.UsesTls ? SecureSocketOptions.None : options.Port == TlsFromTheStart ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
}
