namespace Msp.Billing.Catalog;

/// <summary>Kinds of managed devices that are counted and priced apart. Stored: numbers are never reused.</summary>
public enum DeviceKind
{
    /// <summary>A desktop or laptop computer.</summary>
    Workstation = 1,

    /// <summary>A physical or virtual server.</summary>
    Server = 2,

    /// <summary>A network switch.</summary>
    Switch = 3,

    /// <summary>A firewall or security gateway.</summary>
    Firewall = 4,

    /// <summary>A wireless access point.</summary>
    AccessPoint = 5,

    /// <summary>A printer or scanner.</summary>
    Printer = 6,

    /// <summary>A phone or tablet.</summary>
    Mobile = 7,

    /// <summary>Anything else that is managed, such as a router or a storage unit.</summary>
    Other = 8,
}
