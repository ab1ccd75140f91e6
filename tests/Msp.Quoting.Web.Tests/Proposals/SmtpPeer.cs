using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Msp.Quoting.Web.Tests.Proposals;

/// <summary>The server's half of RFC 5321, as far as one letter needs it: answers one caller until it goes.</summary>
internal sealed class SmtpPeer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    /// <param name="offers">What is offered after EHLO, such as <c>AUTH PLAIN</c>; STARTTLS is met with a certificate that nobody vouches for.</param>
    /// <param name="refusal">The answer to each recipient; null to take them.</param>
    public SmtpPeer(string[] offers, string? refusal = null)
    {
        _listener.Start();
        Conversation = Serve(_listener, offers, refusal, TestContext.Current.CancellationToken);
    }

    /// <summary>Where it listens, on this machine.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What was said, and the letter; complete when the caller has gone.</summary>
    public Task<(List<string> Commands, string Data)> Conversation { get; }

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<(List<string> Commands, string Data)> Serve(TcpListener listener, string[] offers, string? refusal, CancellationToken cancellation)
    {
        using var client = await listener.AcceptTcpClientAsync(cancellation);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        var (commands, data) = (new List<string>(), new StringBuilder());
        await writer.WriteLineAsync("220 test.example");
        while (await reader.ReadLineAsync(cancellation) is { } command)
        {
            commands.Add(command.Trim());
            switch (command.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteAsync(string.Concat(offers.Select(offer => $"250-{offer}\r\n")));
                    await writer.WriteLineAsync("250 test.example");
                    break;
                case "STARTTLS":
                    await writer.WriteLineAsync("220 Go on");
                    await Encrypt(stream, cancellation);
                    return (commands, "");
                case "AUTH":
                    await writer.WriteLineAsync("235 You are who you say");
                    break;
                case "RCPT" when refusal is not null:
                    await writer.WriteLineAsync(refusal);
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 Go on");
                    while (await reader.ReadLineAsync(cancellation) is { } line && line != ".")
                    {
                        data.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
                    }

                    await writer.WriteLineAsync("250 Fine");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 Bye");
                    return (commands, data.ToString());
                default:
                    await writer.WriteLineAsync("250 Fine");
                    break;
            }
        }

        return (commands, data.ToString());
    }

    private static async Task Encrypt(Stream stream, CancellationToken cancellation)
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=test.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var secured = new SslStream(stream, leaveInnerStreamOpen: true);
        try
        {
            await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = made }, cancellation);
            Assert.Equal(0, await secured.ReadAsync(new byte[1], cancellation)); // not a byte over the wire that nobody vouched for
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException)
        {
            // The caller hung up on the certificate.
        }
    }
}
