using System.Collections.Immutable;

namespace Msp.Billing.Catalog;

/// <summary>What a quantity counts: users, servers, sites, gigabytes, hours.</summary>
/// <remarks>A closed list: a unit on a document must mean the same to everyone who reads it. Two units are equal when their codes are.</remarks>
public sealed class BillingUnit : IEquatable<BillingUnit>
{
    private static readonly ImmutableArray<BillingUnit> Known =
    [
        new("flat", "flat fee", "flat fees", fractions: false),
        new("user", "user", "users", fractions: false),
        new("site", "site", "sites", fractions: false),
        new("device", "device", "devices", fractions: false),
        new("workstation", "workstation", "workstations", fractions: false, DeviceKind.Workstation),
        new("server", "server", "servers", fractions: false, DeviceKind.Server),
        new("switch", "switch", "switches", fractions: false, DeviceKind.Switch),
        new("firewall", "firewall", "firewalls", fractions: false, DeviceKind.Firewall),
        new("access-point", "access point", "access points", fractions: false, DeviceKind.AccessPoint),
        new("printer", "printer", "printers", fractions: false, DeviceKind.Printer),
        new("mobile", "mobile device", "mobile devices", fractions: false, DeviceKind.Mobile),
        new("other-device", "other device", "other devices", fractions: false, DeviceKind.Other),
        new("licence", "licence", "licences", fractions: false),
        new("mailbox", "mailbox", "mailboxes", fractions: false),
        new("piece", "piece", "pieces", fractions: false),
        new("gb", "GB", "GB", fractions: true),
        new("tb", "TB", "TB", fractions: true),
        new("minute", "minute", "minutes", fractions: true),
        new("hour", "hour", "hours", fractions: true),
        new("amount", "amount passed on", "amounts passed on", fractions: true),
    ];

    private BillingUnit(string code, string singular, string plural, bool fractions, DeviceKind? device = null)
    {
        Code = code;
        Singular = singular;
        Plural = plural;
        AllowsFractions = fractions;
        Device = device;
    }

    /// <summary>A fee that does not depend on a count.</summary>
    public static BillingUnit Flat { get; } = FromCode("flat");

    /// <summary>A person who is looked after, however many devices they use.</summary>
    public static BillingUnit User { get; } = FromCode("user");

    /// <summary>A location of the customer.</summary>
    public static BillingUnit Site { get; } = FromCode("site");

    /// <summary>A managed device of any kind.</summary>
    public static BillingUnit AnyDevice { get; } = FromCode("device");

    /// <summary>A licence passed on.</summary>
    public static BillingUnit Licence { get; } = FromCode("licence");

    /// <summary>A gigabyte; may be a fraction.</summary>
    public static BillingUnit Gigabyte { get; } = FromCode("gb");

    /// <summary>An hour of work; may be a fraction.</summary>
    public static BillingUnit Hour { get; } = FromCode("hour");

    /// <summary>A minute of work, as it is reported; may be a fraction.</summary>
    public static BillingUnit Minute { get; } = FromCode("minute");

    /// <summary>An amount passed on, such as a supplier's bill, in the major unit of the price's currency; may be a fraction.</summary>
    public static BillingUnit Amount { get; } = FromCode("amount");

    /// <summary>One piece of something sold once.</summary>
    public static BillingUnit Piece { get; } = FromCode("piece");

    /// <summary>Every unit, in the order of the list.</summary>
    public static ImmutableArray<BillingUnit> All => Known;

    /// <summary>The short name in files and storage, such as <c>access-point</c>.</summary>
    public string Code { get; }

    /// <summary>English name for one.</summary>
    public string Singular { get; }

    /// <summary>English name for any other number.</summary>
    public string Plural { get; }

    /// <summary>Whether a quantity may have up to six decimals; otherwise it is whole.</summary>
    public bool AllowsFractions { get; }

    /// <summary>The kind of device it counts; null when it does not count devices of one kind.</summary>
    public DeviceKind? Device { get; }

    /// <summary>A managed device of one kind.</summary>
    public static BillingUnit ForDevice(DeviceKind kind)
    {
        foreach (var unit in Known)
        {
            if (unit.Device == kind)
            {
                return unit;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of device.");
    }

    /// <summary>Finds a unit by its code.</summary>
    /// <exception cref="ArgumentException">There is no such unit.</exception>
    public static BillingUnit FromCode(string code) =>
        TryFromCode(code) ?? throw new ArgumentException(
            $"'{code}' is not a billing unit. Known units: {string.Join(", ", Known.Select(unit => unit.Code))}.", nameof(code));

    /// <summary>Finds a unit by its code; null where there is none.</summary>
    public static BillingUnit? TryFromCode(string? code)
    {
        foreach (var unit in Known)
        {
            if (unit.Code == code)
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>Refuses a quantity that cannot be counted in this unit.</summary>
    /// <param name="quantity">Zero or more, whole unless the unit allows fractions, at most 1,000,000,000,000.</param>
    /// <param name="name">The name of the caller's parameter, for the message.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative, too large, too fine, or a fraction of a whole unit.</exception>
    public void Check(decimal quantity, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quantity, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quantity, 1_000_000_000_000m, name);
        if (quantity % (AllowsFractions ? 0.000001m : 1m) != 0)
        {
            throw new ArgumentOutOfRangeException(
                name, quantity, AllowsFractions ? $"{Plural} are counted to six decimals." : $"{Plural} are counted in whole numbers.");
        }
    }

    /// <summary>By code.</summary>
    public bool Equals(BillingUnit? other) => other is not null && other.Code == Code;

    /// <summary>By code.</summary>
    public override bool Equals(object? obj) => Equals(obj as BillingUnit);

    /// <summary>Of the code.</summary>
    public override int GetHashCode() => string.GetHashCode(Code, StringComparison.Ordinal);

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
