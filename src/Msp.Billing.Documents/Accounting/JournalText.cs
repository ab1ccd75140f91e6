using System.Globalization;
using System.Text;
using Msp.Billing.Amounts;
using Msp.Billing.Ledger;

namespace Msp.Billing.Documents.Accounting;

/// <summary>The journal as plain text for hledger and ledger (one file for both) or for beancount, with control balances at its end.</summary>
/// <remarks>Every posting has its amount, so the programs check each entry themselves. Entries are written as they come, by day.</remarks>
/// <param name="output">Where to.</param>
/// <param name="format">For which program.</param>
/// <param name="seller">The seller's name.</param>
public sealed class JournalText(TextWriter output, JournalFormat format, string seller)
{
    private static readonly AccountRole[] Controlled = [AccountRole.Receivable, AccountRole.Tax, AccountRole.DeferredRevenue, AccountRole.CustomerCredit];

    /// <summary>Writes a journal.</summary>
    /// <param name="first">The first day; what stood on the accounts before is its opening entry.</param>
    /// <param name="last">The last day, inclusive.</param>
    /// <param name="opening">The balances on the evening before.</param>
    /// <param name="closing">The balances at the end: named as accounts, and checked.</param>
    /// <param name="entries">The entries by day.</param>
    /// <returns>How many entries were written, and the sum of their debits in minor units by currency.</returns>
    public (int Entries, IReadOnlyDictionary<string, long> Debits) Write(
        DateOnly first, DateOnly last, IReadOnlyCollection<TrialBalance> opening, IReadOnlyCollection<TrialBalance> closing, IReadOnlyCollection<NamedJournalEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(opening);
        ArgumentNullException.ThrowIfNull(closing);
        ArgumentNullException.ThrowIfNull(entries);
        var accounts = new SortedDictionary<Account, SortedSet<string>>();
        foreach (var balance in opening.Concat(closing))
        {
            Note(accounts, balance.Currency, balance.Lines);
        }

        foreach (var entry in entries)
        {
            Note(accounts, entry.Entry.Currency, entry.Entry.Lines);
        }

        Head(first, last, accounts, entries);
        foreach (var balance in opening)
        {
            Entry(first, $"OPENING-{balance.Currency}", seller, "Opening balances", balance.Currency, balance.Lines);
        }

        var debits = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var own = entry.Entry;
            Entry(own.Day, own.Reference, entry.CustomerName ?? seller, Words(own.Source), own.Currency, own.Lines);
            debits[own.Currency.Code] = debits.GetValueOrDefault(own.Currency.Code) + own.Lines.Sum(line => Math.Max(0, line.MinorUnits));
        }

        Controls(last, closing);
        return (entries.Count, debits);
    }

    private static void Note(SortedDictionary<Account, SortedSet<string>> accounts, Currency currency, IEnumerable<JournalLine> lines)
    {
        foreach (var line in lines)
        {
            if (!accounts.TryGetValue(line.Account, out var currencies))
            {
                accounts.Add(line.Account, currencies = new SortedSet<string>(StringComparer.Ordinal));
            }

            currencies.Add(currency.Code);
        }
    }

    private void Head(DateOnly first, DateOnly last, SortedDictionary<Account, SortedSet<string>> accounts, IReadOnlyCollection<NamedJournalEntry> entries)
    {
        var currencies = accounts.Values.SelectMany(codes => codes).Distinct().Order(StringComparer.Ordinal).ToList();
        Line($"; Journal of {Plain(seller)}, {Day(first)} to {Day(last)}");
        if (format == JournalFormat.Beancount)
        {
            Line($"option \"title\" \"{Quoted(seller)}\"");
            foreach (var currency in currencies)
            {
                Line($"option \"operating_currency\" \"{currency}\"");
            }

            foreach (var (account, codes) in accounts)
            {
                Line($"{Day(first)} open {Name(account)} {string.Join(',', codes)}");
            }

            return;
        }

        Line("decimal-mark .");
        foreach (var currency in currencies)
        {
            var decimals = Currency.FromCode(currency).Decimals;
            Line($"commodity {currency} 1000.{new string('0', decimals)}");
        }

        foreach (var account in accounts.Keys)
        {
            Line($"account {Name(account)}");
            Line($"    ; type: {Type(account.Role)}");
        }

        foreach (var payee in entries.Select(entry => Plain(entry.CustomerName ?? seller)).Append(Plain(seller)).Distinct().Order(StringComparer.Ordinal))
        {
            Line($"payee {payee}");
        }
    }

    private void Entry(DateOnly day, string reference, string payee, string words, Currency currency, IReadOnlyCollection<JournalLine> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        Line("");
        Line(format == JournalFormat.Beancount
            ? $"{Day(day)} * \"{Quoted(payee)}\" \"{Quoted(words)}\" ^{Link(reference)}"
            : $"{Day(day)} ({reference}) {Plain(payee)}");
        foreach (var line in lines)
        {
            Line($"    {Name(line.Account)}  {Amount(line.MinorUnits, currency)}");
        }
    }

    // hledger checks a balance in the order of days and ledger in the order of the file, which is the same here; beancount at the start of the next day.
    private void Controls(DateOnly last, IReadOnlyCollection<TrialBalance> closing)
    {
        foreach (var balance in closing)
        {
            var controlled = balance.Lines.Where(line => Controlled.Contains(line.Account.Role)).ToList();
            if (controlled.Count == 0)
            {
                continue;
            }

            Line("");
            if (format != JournalFormat.Beancount)
            {
                Line($"{Day(last)} (CHECK-{balance.Currency}) {Plain(seller)}");
            }

            foreach (var line in controlled)
            {
                var amount = Amount(line.MinorUnits, balance.Currency);
                Line(format == JournalFormat.Beancount
                    ? $"{Day(last.AddDays(1))} balance {Name(line.Account)}  {amount.Split(' ')[0]} ~ 0.001 {balance.Currency}"
                    : $"    {Name(line.Account)}  {Amount(0, balance.Currency)} = {amount}");
            }
        }
    }

    private string Amount(long minorUnits, Currency currency)
    {
        var money = Money.FromMinorUnits(minorUnits, currency);
        return format == JournalFormat.Beancount ? money.ToString() : $"{currency} {money.ToString()[..^4]}";
    }

    private static string Name(Account account)
    {
        var (root, kind) = account.Role switch
        {
            AccountRole.Receivable => ("Assets", "Receivable"),
            AccountRole.Bank => ("Assets", "Bank"),
            AccountRole.Refunds => ("Assets", "Refunds"),
            AccountRole.Tax => ("Liabilities", "Tax"),
            AccountRole.DeferredRevenue => ("Liabilities", "Deferred-Revenue"),
            AccountRole.CustomerCredit => ("Liabilities", "Customer-Credit"),
            AccountRole.Revenue => ("Income", "Revenue"),
            AccountRole.InterestIncome => ("Income", "Interest"),
            AccountRole.FeeIncome => ("Income", "Fees"),
            AccountRole.WriteOff => ("Expenses", "Write-Off"),
            AccountRole.Discounts => ("Expenses", "Discounts"),
            _ => throw new ArgumentOutOfRangeException(nameof(account), account.Role, "No such role."),
        };
        var code = string.Concat(account.Code.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).TrimStart('-');
        return $"{root}:{kind}:{(code.Length == 0 ? "0" : char.ToUpperInvariant(code[0]) + code[1..])}";
    }

    private static string Type(AccountRole role) => role switch
    {
        AccountRole.Receivable or AccountRole.Bank or AccountRole.Refunds => "A",
        AccountRole.Tax or AccountRole.DeferredRevenue or AccountRole.CustomerCredit => "L",
        AccountRole.WriteOff or AccountRole.Discounts => "X",
        _ => "R",
    };

    private static string Words(JournalSource source) => source switch
    {
        JournalSource.Document => "Invoice or credit note",
        JournalSource.Payment => "Payment",
        JournalSource.Allocation => "Allocation",
        JournalSource.Refund => "Refund",
        JournalSource.WriteOff => "Write-off",
        JournalSource.LateCharge => "Late charge",
        JournalSource.Recognition => "Revenue earned",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "No such source."),
    };

    // What would begin a comment, a note or a code in a payee's name is taken out; two spaces would end it.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            plain.Append(letter is ';' or '|' or '(' or ')' or '"' or '*' or '!' or '=' or '#' or '%' || char.IsControl(letter) ? ' ' : letter);
        }

        var words = string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? "unnamed" : words;
    }

    private static string Quoted(string text) =>
        string.Concat(text.Where(letter => !char.IsControl(letter))).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string Link(string text) => string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '/' or '.' ? letter : '-'));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // The same bytes on every machine.
    private void Line(string line)
    {
        output.Write(line);
        output.Write('\n');
    }
}
