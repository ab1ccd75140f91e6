using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;

namespace Msp.Billing.Ledger;

/// <summary>Which account of the seller's chart each kind of posting goes to.</summary>
/// <remarks>Changing it changes later postings only; what is posted stays where it was posted.</remarks>
public sealed record AccountMap
{
    /// <summary>The map of a seller that has set nothing.</summary>
    public static AccountMap Standard { get; } = new();

    /// <summary>What customers owe; 1200 unless set.</summary>
    public string Receivable { get; init => field = Checked(value); } = "1200";

    /// <summary>The revenue account of lines that name none; 4000 unless set.</summary>
    public string Revenue { get; init => field = Checked(value); } = "4000";

    /// <summary>What the code of every tax account begins with; 2200 unless set. Category and rate follow: <c>2200-standard-19</c>.</summary>
    public string Tax { get; init => field = Checked(value); } = "2200";

    /// <summary>Billed for days to come; 2400 unless set.</summary>
    public string DeferredRevenue { get; init => field = Checked(value); } = "2400";

    /// <summary>Where money comes in; 1000 unless set.</summary>
    public string Bank { get; init => field = Checked(value); } = "1000";

    /// <summary>Payments and credit notes that are not applied; 2100 unless set.</summary>
    public string CustomerCredit { get; init => field = Checked(value); } = "2100";

    /// <summary>Invoices given up; 6900 unless set.</summary>
    public string WriteOff { get; init => field = Checked(value); } = "6900";

    /// <summary>Interest for late payment; 4900 unless set.</summary>
    public string InterestIncome { get; init => field = Checked(value); } = "4900";

    /// <summary>Reminder fees; 4910 unless set.</summary>
    public string FeeIncome { get; init => field = Checked(value); } = "4910";

    /// <summary>Where money paid back goes out; 1000 unless set, as for the bank.</summary>
    public string Refunds { get; init => field = Checked(value); } = "1000";

    /// <summary>Discounts granted when an invoice is paid; 6800 unless set.</summary>
    public string Discounts { get; init => field = Checked(value); } = "6800";

    /// <summary>Tax accounts that do not follow from <see cref="Tax"/>, by category and rate.</summary>
    public ImmutableDictionary<(TaxCategory Category, Percentage Rate), string> TaxAccounts { get; init; } =
        ImmutableDictionary<(TaxCategory Category, Percentage Rate), string>.Empty;

    /// <summary>Two accounts that are the same and must not be, the first such pair, with their code; null where there is none.</summary>
    /// <remarks>
    /// What customers owe, what they have to good, what is deferred, tax and the bank are each compared with documents: two in one account could not be told apart.
    /// Income and expenses may share accounts, and refunds may go out of the bank.
    /// </remarks>
    public (AccountRole First, AccountRole Second, string Code)? Clash
    {
        get
        {
            (AccountRole Role, string Code)[] balances =
                [(AccountRole.Receivable, Receivable), (AccountRole.CustomerCredit, CustomerCredit), (AccountRole.DeferredRevenue, DeferredRevenue), (AccountRole.Tax, Tax), (AccountRole.Bank, Bank)];
            (AccountRole Role, string Code)[] all =
            [
                .. balances, (AccountRole.Refunds, Refunds), (AccountRole.Revenue, Revenue), (AccountRole.WriteOff, WriteOff), (AccountRole.InterestIncome, InterestIncome),
                (AccountRole.FeeIncome, FeeIncome), (AccountRole.Discounts, Discounts), .. TaxAccounts.Values.Select(code => (AccountRole.Tax, code)),
            ];
            foreach (var (role, code) in balances)
            {
                foreach (var (other, same) in all)
                {
                    if (same == code && other != role && (role, other) is not (AccountRole.Bank, AccountRole.Refunds))
                    {
                        return (role, other, code);
                    }
                }
            }

            return null;
        }
    }

    /// <summary>What is set for a role: the code of its account, for revenue that of lines which name none, for tax what the codes begin with.</summary>
    /// <param name="role">The role.</param>
    public string CodeOf(AccountRole role) => role switch
    {
        AccountRole.Receivable => Receivable,
        AccountRole.Revenue => Revenue,
        AccountRole.Tax => Tax,
        AccountRole.DeferredRevenue => DeferredRevenue,
        AccountRole.Bank => Bank,
        AccountRole.CustomerCredit => CustomerCredit,
        AccountRole.WriteOff => WriteOff,
        AccountRole.InterestIncome => InterestIncome,
        AccountRole.FeeIncome => FeeIncome,
        AccountRole.Refunds => Refunds,
        AccountRole.Discounts => Discounts,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };

    /// <summary>The map with another code for a role; see <see cref="CodeOf"/>.</summary>
    /// <param name="role">The role.</param>
    /// <param name="code">1 to 60 characters.</param>
    /// <exception cref="ArgumentException">The code is empty or longer.</exception>
    public AccountMap With(AccountRole role, string code) => role switch
    {
        AccountRole.Receivable => this with { Receivable = code },
        AccountRole.Revenue => this with { Revenue = code },
        AccountRole.Tax => this with { Tax = code },
        AccountRole.DeferredRevenue => this with { DeferredRevenue = code },
        AccountRole.Bank => this with { Bank = code },
        AccountRole.CustomerCredit => this with { CustomerCredit = code },
        AccountRole.WriteOff => this with { WriteOff = code },
        AccountRole.InterestIncome => this with { InterestIncome = code },
        AccountRole.FeeIncome => this with { FeeIncome = code },
        AccountRole.Refunds => this with { Refunds = code },
        AccountRole.Discounts => this with { Discounts = code },
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };

    /// <summary>The account with a role that has only one.</summary>
    /// <param name="role">Neither revenue nor tax: those have several.</param>
    public Account Of(AccountRole role) => role switch
    {
        AccountRole.Revenue or AccountRole.Tax => throw new ArgumentOutOfRangeException(
            nameof(role), role, "Revenue and tax have several accounts: ask with the line's account, or with category and rate."),
        AccountRole.Refunds when Refunds == Bank => Of(AccountRole.Bank),
        _ => new Account(role, CodeOf(role)),
    };

    /// <summary>The revenue account of a line.</summary>
    /// <param name="ledgerAccount">What the line says; empty for the seller's default.</param>
    public Account RevenueOf(string ledgerAccount) => new(AccountRole.Revenue, string.IsNullOrEmpty(ledgerAccount) ? Revenue : ledgerAccount);

    /// <summary>The tax account of a category and rate.</summary>
    public Account TaxOf(TaxCategory category, Percentage rate) => new(
        AccountRole.Tax,
        TaxAccounts.TryGetValue((category, rate), out var code)
            ? code
            : string.Create(CultureInfo.InvariantCulture, $"{Tax}-{Name(category)}-{rate.Value:0.####}"));

    private static string Name(TaxCategory category) => category switch
    {
        TaxCategory.Standard => "standard",
        TaxCategory.Reduced => "reduced",
        TaxCategory.Zero => "zero",
        TaxCategory.Exempt => "exempt",
        TaxCategory.ReverseCharge => "reverse-charge",
        TaxCategory.OutsideScope => "outside-scope",
        TaxCategory.SalesTax => "sales-tax",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "No such tax category."),
    };

    private static string Checked(string code) => !string.IsNullOrWhiteSpace(code) && code.Length <= 60
        ? code
        : throw new ArgumentException($"'{code}' is no account code: write 1 to 60 characters, such as 4000.", nameof(code));
}
