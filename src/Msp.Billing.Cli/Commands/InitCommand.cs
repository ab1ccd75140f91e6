using System.CommandLine;
using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Output;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Contracts;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp init</c>: makes the database or brings it up to date, and adds or changes a seller. Doing it again changes nothing.</summary>
internal sealed class InitCommand
{
    private const string FirstSeller = "main";

    private readonly Option<string?> _code = new("--seller-code") { Description = "The seller's code, short and unique. 'main' for the first one when not given.", HelpName = "CODE" };
    private readonly Option<string?> _name = new("--name") { Description = "The seller's name as it is registered.", HelpName = "NAME" };
    private readonly Option<string?> _country = new("--country") { Description = "Two capital letters of ISO 3166, such as DE.", HelpName = "CODE" };
    private readonly Option<string?> _currency = new("--currency") { Description = "The currency of the books, three capital letters of ISO 4217, such as EUR.", HelpName = "CODE" };
    private readonly Option<string?> _timeZone = new("--time-zone") { Description = "The zone in which service days begin and end, such as Europe/Berlin.", HelpName = "ZONE" };
    private readonly Option<bool?> _onePerson = new("--one-person")
    {
        Description = "One person may approve their own runs (recorded with each). 'false' takes it back.",
        HelpName = "true|false",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var init = new InitCommand();
        var command = new Command("init", "Makes the database or brings it up to date, and adds or changes a seller. Doing it again changes nothing.")
        {
            init._code, init._name, init._country, init._currency, init._timeZone, init._onePerson,
        };
        globals.Run(
            command, init.Run,
            """msp init --name "Nordlicht IT GmbH" --country DE --currency EUR --time-zone Europe/Berlin""",
            "msp init --one-person",
            "msp init");
        return command;
    }

    private int Run(CommandContext context)
    {
        var path = context.DatabasePath;
        var wanted = ReadSeller(context);
        var existed = BillingStorage.Exists(path);
        if (!existed)
        {
            // What would be refused for the seller is refused before there is a database.
            _ = wanted.IsEmpty ? null : wanted.ToSeller(FirstSeller);
        }

        var databaseAction = Prepare(path, existed);
        using var store = BillingStorage.Open(path);
        var (seller, sellerAction) = Save(context, store, wanted);
        Report(context, context.DatabaseName, databaseAction, seller, sellerAction);
        return ExitCode.Ok;
    }

    private static string Prepare(string path, bool existed)
    {
        if (existed)
        {
            try
            {
                using var current = BillingStorage.Open(path);
                return "unchanged";
            }
            catch (StorageException exception) when (exception.Fault is StorageFault.OlderSchema or StorageFault.Unguarded)
            {
                // This is what the command is for.
            }
        }

        BillingStorage.CreateOrMigrate(path);
        return existed ? "migrated" : "created";
    }

    private SellerFields ReadSeller(CommandContext context)
    {
        if (context.Value(_timeZone) is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            throw CommandException.Usage($"'{zone}' is not a time zone that this machine knows; write an IANA name, such as Europe/Berlin.");
        }

        if (context.Value(_currency) is { } code && !Currency.TryFromCode(code, out _))
        {
            throw CommandException.Usage($"'{code}' is not a currency of ISO 4217; write three capital letters, such as EUR.");
        }

        return new SellerFields(
            context.Value(_code), context.Value(_name), context.Value(_country), context.Value(_currency), context.Value(_timeZone),
            context.Has(_onePerson) ? context.Value(_onePerson) ?? true : null);
    }

    private static (Seller? Seller, string Action) Save(CommandContext context, BillingStore store, SellerFields wanted)
    {
        var book = new SellerBook(store);
        var sellers = book.All();
        if (wanted.IsEmpty)
        {
            return (sellers.Count == 1 ? sellers[0].Seller : null, sellers.Count == 1 ? "unchanged" : "none");
        }

        if (wanted.Code is null && sellers.Count > 1)
        {
            throw CommandException.Usage($"'{store.Path}' has {sellers.Count} sellers: {string.Join(", ", sellers.Select(seller => seller.Seller.Code))}. Say which with --seller-code.");
        }

        var code = wanted.Code ?? (sellers.Count == 1 ? sellers[0].Seller.Code : FirstSeller);
        using var transaction = store.Begin();
        if (book.Find(code) is not var (id, known, version))
        {
            var added = wanted.ToSeller(code);
            Record(context, store, book.Add(added), AuditActions.SellerAdded, added);
            transaction.Commit();
            return (added, "added");
        }

        var changed = wanted.Over(known);
        if (changed == known)
        {
            return (known, "unchanged");
        }

        book.Update(changed, version);
        Record(context, store, id, AuditActions.SellerChanged, changed);
        transaction.Commit();
        return (changed, "changed");
    }

    private static void Record(CommandContext context, BillingStore store, long id, string action, Seller seller) => new AuditLog(store, id).Append(
        new AuditEntry(context.Clock.GetUtcNow(), context.Author, action, seller.Code, JsonSerializer.Serialize(SellerJson.Of(seller), CommandJson.Compact.SellerJson)));

    private static void Report(CommandContext context, string path, string databaseAction, Seller? seller, string sellerAction)
    {
        if (context.Json)
        {
            context.WriteJson(new InitJson(path, databaseAction, seller is null ? null : SellerJson.Of(seller), sellerAction), CommandJson.Plain.InitJson);
            return;
        }

        context.Say(databaseAction switch
        {
            "created" => $"Created the database {path}.",
            "migrated" => $"Brought the database {path} up to date.",
            _ => $"The database {path} is up to date.",
        });
        context.Say((seller, sellerAction) switch
        {
            (null, _) => "No seller was named. Add one: msp init --seller-code CODE --name NAME --country DE --currency EUR --time-zone Europe/Berlin.",
            ({ } one, "added") => $"Added seller {Words(one)}.",
            ({ } one, "changed") => $"Changed seller {Words(one)}.",
            ({ } one, _) => $"Seller {Words(one)} is as it was.",
        });
    }

    private static string Words(Seller seller) =>
        $"{seller.Code} ({seller.Name}, {seller.Country}, {seller.Currency.Code}, {seller.TimeZone}{(seller.OnePerson ? ", one person" : "")})";
}
