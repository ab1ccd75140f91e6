namespace Msp.Billing.Catalog;

/// <summary>The seven things that a managed service provider does. Stored with services: numbers are never reused.</summary>
public enum ServiceLine
{
    /// <summary>Watching routers, switches, firewalls and servers, to catch faults before they become outages.</summary>
    NetworkMonitoring = 1,

    /// <summary>People whom users reach when something breaks or they need help.</summary>
    Helpdesk = 2,

    /// <summary>Keeping operating systems and software up to date.</summary>
    PatchManagement = 3,

    /// <summary>Copies of the data, and a proven way back after a loss.</summary>
    BackupAndRecovery = 4,

    /// <summary>Endpoint protection, firewall management, awareness training.</summary>
    Cybersecurity = 5,

    /// <summary>Running Microsoft 365, Azure, Google Workspace and the like.</summary>
    CloudManagement = 6,

    /// <summary>One contact for internet, hardware and software suppliers.</summary>
    VendorManagement = 7,
}
