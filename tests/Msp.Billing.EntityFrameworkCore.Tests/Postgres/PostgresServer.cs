using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Msp.Billing.EntityFrameworkCore.Tests.Postgres;

/// <summary>A PostgreSQL server for tests: the one that MSP_POSTGRES names, or one of the tests' own that ends with them.</summary>
/// <remarks>
/// One of their own is made from Debian's package postgresql in a temporary folder, reached by a socket in that folder and by nobody else. It is a child
/// that ends when nobody holds its input any more, so a test program that is killed leaves no server behind.
/// </remarks>
internal sealed class PostgresServer : IDisposable
{
    private const string Template = "msp_empty";
    private static readonly Lazy<PostgresServer> One = new(() => new PostgresServer());
    private static int _databases;
    private readonly DirectoryInfo? _folder;
    private readonly string _admin;
    private readonly Lazy<string> _template;
    private Process? _process;

    /// <param name="changes">An empty folder for its log of changes (WAL); where its data are when null.</param>
    public PostgresServer(string? changes = null)
    {
        _template = new Lazy<string>(MakeTemplate);
        if (Environment.GetEnvironmentVariable("MSP_POSTGRES") is { Length: > 0 } named)
        {
            _admin = named;
            return;
        }

        var programs = Programs() ?? throw Missing();
        _folder = Directory.CreateTempSubdirectory("msp-pg-");
        _admin = $"Host={_folder.FullName};Username=msp;Database=postgres";
        Run("chmod", "755", _folder.FullName);
        if (changes is not null)
        {
            Run("chown", "postgres", changes);
        }

        AsOwner($"'{programs}/initdb' -D '{_folder.FullName}/data' -U msp -A trust -E UTF8 --locale=C --no-sync{(changes is null ? "" : $" --wal-segsize=1 -X '{changes}'")}");
        Start();
    }

    /// <summary>The server of this test program. On a laptop without PostgreSQL the test is skipped; where everything must run, it fails.</summary>
    public static PostgresServer Shared
    {
        get
        {
            if (Environment.GetEnvironmentVariable("CI") != "true" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("MSP_POSTGRES")) && Programs() is null)
            {
                Assert.Skip("PostgreSQL is not installed, and MSP_POSTGRES names no server. Install Debian's package postgresql.");
            }

            return One.Value;
        }
    }

    /// <summary>What the server has written down.</summary>
    public string Log => File.ReadAllText(Path.Combine(Folder, "log"));

    private string Folder => _folder?.FullName ?? throw new InvalidOperationException("Only a server of the tests' own has a folder.");

    /// <summary>A new database with the tables and guards and nothing in them.</summary>
    /// <param name="place">An empty folder that it is kept in; where the server keeps all of them when null.</param>
    public string NewDatabase(string? place = null)
    {
        var template = _template.Value;
        var name = $"msp_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";
        if (place is not null)
        {
            Run("chown", "postgres", place);
            Admin($"CREATE TABLESPACE {name} LOCATION '{place}'");
        }

        Admin($"CREATE DATABASE {name} TEMPLATE {template} TABLESPACE {(place is null ? "pg_default" : name)}");
        return Named(name);
    }

    /// <summary>The connection string of a database that is not there yet.</summary>
    public string NoDatabase() => Named($"msp_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}");

    public void Drop(string connection) => Admin($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");

    /// <summary>Stops the server as a power cut would, and starts it again.</summary>
    /// <param name="away">After so long.</param>
    public void Crash(TimeSpan away = default)
    {
        Stop();
        Thread.Sleep(away);
        Start();
    }

    /// <summary>Stops the server as a power cut would.</summary>
    public void Stop()
    {
        AsOwner($"'{Programs()}/pg_ctl' -D '{Folder}/data' -m immediate -W stop");
        EndProcess();
    }

    /// <summary>Starts it again where it stopped by itself.</summary>
    public void StartAgain()
    {
        EndProcess();
        Start();
    }

    /// <summary>Starts it again where it was stopped.</summary>
    [MemberNotNull(nameof(_process))]
    public void Start()
    {
        var folder = Folder;
        var settings = "-c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=150 -c shared_buffers=64MB -c logging_collector=off";
        var script = $"cd '{folder}'; '{Programs()}/postgres' -D data -k '{folder}' {settings} >>log 2>&1 & p=$!; read -r _; kill -INT $p 2>/dev/null; wait $p";
        string[] arguments = Environment.UserName == "root" ? ["-u", "postgres", "--", "sh", "-c", script] : ["-c", script];
        _process = Process.Start(new ProcessStartInfo(Environment.UserName == "root" ? "runuser" : "sh", arguments) { RedirectStandardInput = true })
            ?? throw new InvalidOperationException("PostgreSQL did not start.");
        var start = Stopwatch.GetTimestamp();
        while (!Answers())
        {
            if (Stopwatch.GetElapsedTime(start) > TimeSpan.FromMinutes(2))
            {
                throw new InvalidOperationException($"PostgreSQL does not answer: {File.ReadAllText(Path.Combine(folder, "log"))}");
            }

            Thread.Sleep(50);
        }
    }

    public void Dispose()
    {
        EndProcess();
        _folder?.Delete(recursive: true);
    }

    internal static void End()
    {
        if (One.IsValueCreated)
        {
            One.Value.Dispose();
        }
    }

    private static string? Programs() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Max(StringComparer.Ordinal)
        : null;

    private static InvalidOperationException Missing() =>
        new("PostgreSQL is not installed, and MSP_POSTGRES names no server. Install Debian's package postgresql; .ci/run does.");

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output.Result} {error}");
        }
    }

    // PostgreSQL does not run as root; the package has a user for it.
    private void AsOwner(string command)
    {
        if (Environment.UserName == "root")
        {
            Run("chown", "-R", "postgres", Folder);
            Run("runuser", "-u", "postgres", "--", "sh", "-c", $"cd '{Folder}' && {command}");
        }
        else
        {
            Run("sh", "-c", command);
        }
    }

    // The shell waits for a line or the end of its input, and then stops the server.
    private void EndProcess()
    {
        if (_process is { } process)
        {
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
            _process = null;
        }
    }

    private bool Answers()
    {
        try
        {
            Admin("SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private string MakeTemplate()
    {
        var name = $"{Template}_{Environment.ProcessId}";
        BillingStorage.CreateOrMigrate(Named(name));
        return name;
    }

    // Without a pool, so that a database can be copied and dropped.
    private string Named(string database) => new NpgsqlConnectionStringBuilder(_admin) { Database = database, Pooling = false }.ConnectionString;

    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "Only this class writes the statements.")]
    private void Admin(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_admin) { Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
