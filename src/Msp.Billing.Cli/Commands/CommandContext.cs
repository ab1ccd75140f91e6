using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;

namespace Msp.Billing.Cli.Commands;

/// <summary>One call of a command: its options, and where it reads and writes.</summary>
/// <param name="parsed">The command line.</param>
/// <param name="globals">The options of every command.</param>
internal sealed class CommandContext(ParseResult parsed, GlobalOptions globals)
{
    private const string DefaultDatabase = "msp.db";

    /// <summary>Where it runs.</summary>
    public Terminal Terminal => globals.Terminal;

    /// <summary>For what was asked.</summary>
    public TextWriter Output => Terminal.Output;

    /// <summary>Gives the instants that are recorded.</summary>
    public TimeProvider Clock => Terminal.Clock;

    /// <summary>Asks to stop at the next place where nothing is half done.</summary>
    public CancellationToken Cancellation => Terminal.Cancellation;

    /// <summary>Whether a program reads the output.</summary>
    public bool Json => parsed.GetValue(globals.Json);

    /// <summary>Whether only what was asked for is written.</summary>
    public bool Quiet => parsed.GetValue(globals.Quiet);

    /// <summary>Whether the output may have colours.</summary>
    public bool Color => Terminal.IsInteractive && !Json && !parsed.GetValue(globals.NoColor) && string.IsNullOrEmpty(Terminal.Variable("NO_COLOR"));

    /// <summary>What messages call the database; never has a password.</summary>
    /// <exception cref="StorageException">It is a connection string that PostgreSQL does not know.</exception>
    public string DatabaseName => BillingStorage.NameOf(DatabasePath);

    /// <summary>The database's file, or the connection string of a PostgreSQL server, which may have a password.</summary>
    public string DatabasePath => NonBlank(parsed.GetValue(globals.Database)) ?? NonBlank(Terminal.Variable("MSP_DB")) ?? DefaultDatabase;

    /// <summary>Where letters go unless a folder is named: beside the database's file, or in the current folder when the database is on a server.</summary>
    public string OutboxFolder => Path.Combine(BillingStorage.ServerConnectionOf(DatabasePath) is null ? Path.GetDirectoryName(Path.GetFullPath(DatabasePath)) ?? "." : ".", "outbox");

    /// <summary>Who does it.</summary>
    /// <exception cref="CommandException">Nobody is named, and the login has no name.</exception>
    public string Author => NonBlank(parsed.GetValue(globals.Author)) ?? NonBlank(Terminal.Variable("MSP_AUTHOR")) ?? NonBlank(Terminal.LoginName)
        ?? throw CommandException.Usage("The login has no name; say who does it with --author NAME or MSP_AUTHOR.");

    /// <summary>An option's value; its default when it is not given.</summary>
    public T? Value<T>(Option<T> option) => parsed.GetValue(option);

    /// <summary>An argument's value.</summary>
    public T? Value<T>(Argument<T> argument) => parsed.GetValue(argument);

    /// <summary>Whether an option was given.</summary>
    public bool Has(Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>Opens the database.</summary>
    /// <exception cref="StorageException">There is none, or it needs another version of this program.</exception>
    public BillingStore OpenStore() => BillingStorage.Open(DatabasePath);

    /// <summary>The seller that is named, or the only one.</summary>
    /// <exception cref="CommandException">There is no such seller, there is none at all, or there are several and none is named.</exception>
    public (long Id, Seller Seller) SellerOf(BillingStore store)
    {
        var sellers = new SellerBook(store).All();
        string[] codes = [.. sellers.Select(seller => seller.Seller.Code)];
        var code = NonBlank(parsed.GetValue(globals.Seller));
        if (sellers.Count == 0)
        {
            throw CommandException.Refused($"'{store.Path}' has no seller yet. Add one: msp init --seller-code CODE --name NAME --country DE --currency EUR --time-zone Europe/Berlin.");
        }

        if (code is null)
        {
            return sellers.Count == 1
                ? (sellers[0].Id, sellers[0].Seller)
                : throw CommandException.Usage($"'{store.Path}' has {sellers.Count} sellers: {string.Join(", ", codes)}. Name one with --seller.");
        }

        foreach (var (id, seller, _) in sellers)
        {
            if (seller.Code == code)
            {
                return (id, seller);
            }
        }

        throw CommandException.Refused($"There is no seller '{code}' in '{store.Path}'; there is {string.Join(", ", codes)}.{NearestName.Hint(code, codes)}");
    }

    /// <summary>Writes a line that reports what was done; nothing for programs and when quiet.</summary>
    public void Say(string line)
    {
        if (!Json && !Quiet)
        {
            Output.WriteLine(line);
        }
    }

    /// <summary>Writes the one document of a command for programs.</summary>
    public void WriteJson<T>(T value, JsonTypeInfo<T> shape) => Output.WriteLine(JsonSerializer.Serialize(value, shape));

    private static string? NonBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
