using Msp.Billing.Documents.Banking;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Ledger;

namespace Msp.Quoting.Web.Localization;

/// <summary>What things of the books are called on pages, in English; the resource files translate it.</summary>
internal static class BookWords
{
    /// <summary>What an account is for.</summary>
    public static string Of(AccountRole role) => role switch
    {
        AccountRole.Receivable => "Receivable",
        AccountRole.Revenue => "Revenue",
        AccountRole.Tax => "Tax",
        AccountRole.DeferredRevenue => "Deferred revenue",
        AccountRole.Bank => "Bank",
        AccountRole.CustomerCredit => "Customer credit",
        AccountRole.WriteOff => "Write-offs",
        AccountRole.InterestIncome => "Interest for late payment",
        AccountRole.FeeIncome => "Reminder fees",
        AccountRole.Refunds => "Refunds",
        _ => "Discounts granted",
    };

    /// <summary>What an entry comes from.</summary>
    public static string Of(JournalSource source) => source switch
    {
        JournalSource.Document => "Invoice or credit note",
        JournalSource.Payment => "Payment",
        JournalSource.Allocation => "Applied to an invoice",
        JournalSource.Refund => "Refund",
        JournalSource.WriteOff => "Write-off",
        JournalSource.LateCharge => "Fee or interest",
        _ => "Revenue earned",
    };

    /// <summary>Which way money went.</summary>
    public static string Of(PaymentKind kind) => kind switch
    {
        PaymentKind.Received => "Received",
        PaymentKind.Refund => "Paid back",
        _ => "Taken back",
    };

    /// <summary>What speaks for an invoice.</summary>
    public static string Of(MatchReason reason) => reason switch
    {
        MatchReason.Reference => "its number is in the text",
        MatchReason.Amount => "the amount is what is open",
        _ => "the payer has the customer's name",
    };

    /// <summary>How long something is overdue.</summary>
    public static string Of(AgeingBucket bucket) => bucket switch
    {
        AgeingBucket.Current => "Not due yet",
        AgeingBucket.Days1To30 => "1 to 30 days",
        AgeingBucket.Days31To60 => "31 to 60 days",
        AgeingBucket.Days61To90 => "61 to 90 days",
        _ => "More than 90 days",
    };

    /// <summary>What is owed, or given.</summary>
    public static string Of(OpenItemKind kind, bool isOwed) => kind switch
    {
        OpenItemKind.Document => isOwed ? "Invoice" : "Credit note",
        OpenItemKind.Payment => "Payment",
        _ => "Fee or interest",
    };

    /// <summary>Why money cannot be treated as asked.</summary>
    public static string Of(AllocationRefusal refusal) => refusal switch
    {
        AllocationRefusal.NoCustomer => "There is no customer with this number.",
        AllocationRefusal.NoItem => "There is no document or payment with this number in the books.",
        AllocationRefusal.NothingLeft => "Nothing is left of it that could be applied.",
        AllocationRefusal.NotOpen => "An invoice that was chosen is not open any more. Look at the list again.",
        AllocationRefusal.OtherCurrency => "An invoice that was chosen is in another currency. Pay each in its own.",
        AllocationRefusal.MoreThanOwed => "More was chosen for an invoice than is open of it.",
        AllocationRefusal.MoreThanLeft => "The chosen amounts are together more than there is to apply.",
        AllocationRefusal.MoreThanCredit => "That is more than the customer's credit.",
        AllocationRefusal.NoPayment => "Only a payment that was received can be taken back.",
        AllocationRefusal.TakenBack => "This payment was taken back already.",
        AllocationRefusal.PartPaidBack => "A part of this payment was paid back to the customer, so that it cannot be taken back as a whole.",
        AllocationRefusal.NoMovement => "This movement of the bank is not there, or was set aside.",
        _ => "This movement is a payment already, or was set aside.",
    };

    /// <summary>Why the books refuse a day.</summary>
    public static string Of(ClosedPeriodRefusal refusal) => refusal switch
    {
        ClosedPeriodRefusal.Closed => "The books are closed through this day already. What is closed stays closed; a correction stands on the first open day.",
        ClosedPeriodRefusal.RecognisedLater => "Revenue was recognised through a later day already.",
        ClosedPeriodRefusal.NotRecognised => "Revenue that was earned by this day is not recognised yet. Recognise it first.",
        _ => "Lines, documents and journal differ. Find out why before closing.",
    };

    /// <summary>What is wrong with a bank's file.</summary>
    public static string Of(BankFileFault fault) => fault switch
    {
        BankFileFault.Empty => "The file is empty.",
        BankFileFault.TooLarge => "The file is too large. Ask the bank for a shorter period.",
        BankFileFault.NoXml => "This is no XML that can be read.",
        BankFileFault.NoStatement => "This is XML, but no camt.053 statement.",
        BankFileFault.NoAccount => "The account is missing.",
        BankFileFault.NoColumn => "This column is missing. Name the column that has it.",
        BankFileFault.NoRow => "The row cannot be taken apart; a quotation mark may be missing.",
        BankFileFault.NoAmount => "This is not an amount.",
        BankFileFault.NoCurrency => "This is not a currency code.",
        BankFileFault.NotInCurrency => "This amount has too many decimals for its currency, or is too large.",
        BankFileFault.NoDay => "This is not a day.",
        _ => "It does not say whether money came in or went out.",
    };

    /// <summary>What becomes of credit notes.</summary>
    public static string Of(CreditPolicy policy) => policy == CreditPolicy.ApplyToOpen ? "pay open invoices, the oldest first" : "stay the customer's credit until somebody applies them";
}
