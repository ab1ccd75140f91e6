using System.Net.Sockets;
using Npgsql;

namespace Msp.Billing.EntityFrameworkCore.Tests.Postgres;

/// <summary>A line to the server on which the answer to one commit gets lost: the server has done it, and who asked hears nothing but that the line is dead.</summary>
internal sealed class LosingLine : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("msp-line-");
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly EndPoint _server;
    private readonly int _lost;
    private int _commits;
    private int _count;

    /// <param name="path">The connection string of the database.</param>
    /// <param name="lost">Which commit's answer gets lost, from 1.</param>
    public LosingLine(string path, int lost)
    {
        _lost = lost;
        var connection = new NpgsqlConnectionStringBuilder(path);
        _server = new EndPoint(connection.Host ?? "", connection.Port);
        connection.Host = _folder.FullName;
        Path = connection.ConnectionString;
        _listener.Bind(new UnixDomainSocketEndPoint(System.IO.Path.Combine(_folder.FullName, $".s.PGSQL.{connection.Port}")));
        _listener.Listen();
        _ = Accept();
    }

    /// <summary>The connection string of the database through this line.</summary>
    public string Path { get; }

    /// <summary>How many answers got lost.</summary>
    public int Lost => _count;

    public void Dispose()
    {
        _listener.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptAsync();
                _ = Carry(client, await _server.Connect());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Carry(Socket client, Socket server)
    {
        using (client)
        using (server)
        {
            var isLost = false;
            await Task.WhenAny(
                Pump(client, server, sent => isLost |= sent.Span.IndexOf("COMMIT\0"u8) >= 0 && Interlocked.Increment(ref _commits) == _lost),
                Pump(server, client, _ =>
                {
                    if (isLost)
                    {
                        Interlocked.Increment(ref _count);
                        throw new SocketException((int)SocketError.ConnectionReset);
                    }
                }));
        }
    }

    private static async Task Pump(Socket from, Socket to, Action<ReadOnlyMemory<byte>> look)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var length)
            {
                look(buffer.AsMemory(0, length));
                for (var sent = 0; sent < length;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, length - sent));
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // One side is gone; the other is told by the end of the line.
        }
    }

    private sealed record EndPoint(string Host, int Port)
    {
        public async Task<Socket> Connect()
        {
            var socket = Host.StartsWith('/') ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
            if (Host.StartsWith('/'))
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(System.IO.Path.Combine(Host, $".s.PGSQL.{Port}")));
            }
            else
            {
                await socket.ConnectAsync(Host, Port);
            }

            return socket;
        }
    }
}
