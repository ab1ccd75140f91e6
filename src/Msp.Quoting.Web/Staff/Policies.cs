using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Msp.Quoting.Web.Staff;

/// <summary>What may be done, and by which roles. Each page folder names one; see <c>Hosting/PageAccess.cs</c>.</summary>
internal static class Policies
{
    /// <summary>Anybody on the staff with any role.</summary>
    public const string Staff = nameof(Staff);

    /// <summary>Read customers and contracts.</summary>
    public const string ReadContracts = nameof(ReadContracts);

    /// <summary>Read quotes.</summary>
    public const string ReadQuotes = nameof(ReadQuotes);

    /// <summary>Write and send quotes.</summary>
    public const string WriteQuotes = nameof(WriteQuotes);

    /// <summary>Approve discounts and margins beyond the limit.</summary>
    public const string ApproveQuotes = nameof(ApproveQuotes);

    /// <summary>Read runs and posted documents.</summary>
    public const string ReadRuns = nameof(ReadRuns);

    /// <summary>Preview and review runs.</summary>
    public const string WriteRuns = nameof(WriteRuns);

    /// <summary>Approve and post runs.</summary>
    public const string ApproveRuns = nameof(ApproveRuns);

    /// <summary>Propose corrections of posted invoices.</summary>
    public const string CorrectInvoices = nameof(CorrectInvoices);

    /// <summary>Issue corrections that somebody else proposed.</summary>
    public const string ApproveCorrections = nameof(ApproveCorrections);

    /// <summary>Change what documents say of customers.</summary>
    public const string WriteParties = nameof(WriteParties);

    /// <summary>Read payments, statements, reminders and the ledger.</summary>
    public const string ReadBooks = nameof(ReadBooks);

    /// <summary>Record payments, match the bank, remind.</summary>
    public const string WriteBooks = nameof(WriteBooks);

    /// <summary>Recognise revenue, close periods, and change accounts and the rules of reminders.</summary>
    public const string CloseBooks = nameof(CloseBooks);

    /// <summary>Read plans and prices.</summary>
    public const string ReadCatalog = nameof(ReadCatalog);

    /// <summary>Publish prices.</summary>
    public const string WriteCatalog = nameof(WriteCatalog);

    /// <summary>Change the organisation's settings, and who may sign in.</summary>
    public const string Administer = nameof(Administer);

    /// <summary>Read the audit log.</summary>
    public const string Audit = nameof(Audit);

    private static readonly Dictionary<string, string[]> Roles = new(StringComparer.Ordinal)
    {
        [Staff] = [.. StaffRoles.All],
        [ReadContracts] = [.. StaffRoles.All],
        [ReadQuotes] = [StaffRoles.Sales, StaffRoles.SalesManager, StaffRoles.Admin, StaffRoles.Auditor],
        [WriteQuotes] = [StaffRoles.Sales, StaffRoles.SalesManager],
        [ApproveQuotes] = [StaffRoles.SalesManager],
        [ReadRuns] = [StaffRoles.Finance, StaffRoles.FinanceApprover, StaffRoles.Admin, StaffRoles.Auditor],
        [WriteRuns] = [StaffRoles.Finance, StaffRoles.FinanceApprover],
        [ApproveRuns] = [StaffRoles.FinanceApprover],
        [CorrectInvoices] = [StaffRoles.Finance, StaffRoles.FinanceApprover],
        [ApproveCorrections] = [StaffRoles.FinanceApprover],
        [WriteParties] = [StaffRoles.Finance, StaffRoles.FinanceApprover, StaffRoles.Admin],
        [ReadBooks] = [StaffRoles.Finance, StaffRoles.FinanceApprover, StaffRoles.Admin, StaffRoles.Auditor],
        [WriteBooks] = [StaffRoles.Finance, StaffRoles.FinanceApprover],
        [CloseBooks] = [StaffRoles.FinanceApprover],
        [ReadCatalog] = [.. StaffRoles.All],
        [WriteCatalog] = [StaffRoles.Admin],
        [Administer] = [StaffRoles.Admin],
        [Audit] = [StaffRoles.Admin, StaffRoles.Auditor],
    };

    /// <summary>Every policy by name.</summary>
    public static IReadOnlyCollection<string> All => Roles.Keys;

    /// <summary>Whether somebody may: for links and buttons. What they lead to checks again.</summary>
    public static bool Allows(ClaimsPrincipal user, string policy) => Roles[policy].Any(user.IsInRole);

    /// <summary>Registers them, and denies whatever names none.</summary>
    public static void Add(AuthorizationOptions options)
    {
        foreach (var (name, roles) in Roles)
        {
            options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireRole(roles));
        }

        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole([.. StaffRoles.All]).Build();
    }
}
