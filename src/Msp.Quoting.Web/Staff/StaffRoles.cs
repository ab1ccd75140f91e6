namespace Msp.Quoting.Web.Staff;

/// <summary>What a member of staff may be. Stored by these words.</summary>
internal static class StaffRoles
{
    /// <summary>Writes and sends quotes.</summary>
    public const string Sales = "sales";

    /// <summary>Approves discounts beyond the limit.</summary>
    public const string SalesManager = "sales-manager";

    /// <summary>Prepares the month's run.</summary>
    public const string Finance = "finance";

    /// <summary>Approves and posts runs that somebody else prepared.</summary>
    public const string FinanceApprover = "finance-approver";

    /// <summary>Changes the catalogue, the settings and who may sign in.</summary>
    public const string Admin = "admin";

    /// <summary>Reads everything and changes nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>Every role, in the order in which pages show them.</summary>
    public static IReadOnlyList<string> All { get; } = [Sales, SalesManager, Finance, FinanceApprover, Admin, Auditor];

    /// <summary>The name of a role in English, which the resource files translate.</summary>
    public static string NameOf(string role) => role switch
    {
        Sales => "Sales",
        SalesManager => "Sales manager",
        Finance => "Finance",
        FinanceApprover => "Finance approver",
        Admin => "Administrator",
        Auditor => "Auditor",
        _ => role,
    };
}
