using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Invoicing;
using Msp.Billing.Ledger;

namespace Msp.Quoting.Web.Localization;

/// <summary>What documents, their history and their corrections are called on pages, in English; the resource files translate it.</summary>
internal static class InvoiceWords
{
    /// <summary>How a document stands.</summary>
    public static string Of(DocumentState state) => state switch
    {
        DocumentState.Open => "Open",
        DocumentState.PartPaid => "Part paid",
        DocumentState.Overdue => "Overdue",
        DocumentState.Paid => "Paid",
        DocumentState.Credited => "Credited",
        DocumentState.WrittenOff => "Written off",
        DocumentState.CreditLeft => "Credit left",
        DocumentState.CreditUsed => "Credit used up",
        _ => state.ToString(),
    };

    /// <summary>What that means: the kind of its badge.</summary>
    public static string KindOf(DocumentState state) => state switch
    {
        DocumentState.Paid or DocumentState.CreditUsed => "good",
        DocumentState.Overdue => "bad",
        DocumentState.PartPaid or DocumentState.CreditLeft => "warn",
        DocumentState.Open => "info",
        _ => "quiet",
    };

    /// <summary>What happened to a document.</summary>
    public static string Of(DocumentMomentKind kind) => kind switch
    {
        DocumentMomentKind.Sent => "Sent",
        DocumentMomentKind.Paid => "Payment applied",
        DocumentMomentKind.Credited => "Credit note applied",
        DocumentMomentKind.Applied => "Applied to an invoice",
        DocumentMomentKind.Refunded => "Paid back",
        DocumentMomentKind.TakenOff => "Taken off again",
        DocumentMomentKind.Reminded => "Reminded",
        DocumentMomentKind.WrittenOff => "Given up",
        DocumentMomentKind.CorrectionProposed => "Correction proposed",
        DocumentMomentKind.CorrectionDeclined => "Correction declined",
        DocumentMomentKind.CorrectionIssued => "Correction issued",
        _ => kind.ToString(),
    };

    /// <summary>What an entry of the journal comes from.</summary>
    public static string Of(JournalSource source) => source switch
    {
        JournalSource.Document => "Document",
        JournalSource.Payment => "Payment",
        JournalSource.Allocation => "Allocation",
        JournalSource.Refund => "Refund",
        JournalSource.WriteOff => "Write-off",
        JournalSource.LateCharge => "Late charge",
        JournalSource.Recognition => "Revenue earned",
        _ => source.ToString(),
    };

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
        AccountRole.InterestIncome => "Interest",
        AccountRole.FeeIncome => "Reminder fees",
        AccountRole.Refunds => "Refunds",
        AccountRole.Discounts => "Discounts granted",
        _ => role.ToString(),
    };

    /// <summary>How a document is corrected.</summary>
    public static string Of(CorrectionKind kind) => kind switch
    {
        CorrectionKind.Credit => "Credit note",
        CorrectionKind.CreditAndRebill => "Credit note, and bill anew",
        CorrectionKind.WriteOff => "Write-off",
        _ => kind.ToString(),
    };

    /// <summary>Why a correction is refused, and what to do.</summary>
    public static string Of(CreditRefusal refusal) => refusal switch
    {
        CreditRefusal.NoDocument => "There is no such document.",
        CreditRefusal.NoLine => "The document has no such line. Load the page again and choose.",
        CreditRefusal.NothingLeft => "Nothing is left to credit of these lines: all of it was given back already.",
        CreditRefusal.TooEarly => "A credit note cannot stand on a day before its document. Choose that day or a later one.",
        CreditRefusal.OtherContract => "These lines were not billed for the contract as it is stored. Verify the document first.",
        CreditRefusal.LinesAreCredit => "These lines are a credit themselves. Credit the whole document.",
        CreditRefusal.NothingOpen => "Nothing is open of it, so there is nothing to give up.",
        CreditRefusal.NoCorrection => "There is no such correction.",
        CreditRefusal.OneIsWaiting => "Another correction of this document waits for a decision. Issue or decline it first.",
        CreditRefusal.Decided => "It was decided already. Look at the document.",
        CreditRefusal.SamePerson => "You proposed this correction. A second person has to issue it.",
        CreditRefusal.FiguresChanged => "Something was posted or paid since it was proposed, and its figures would be others now. Decline it and propose it again.",
        _ => refusal.ToString(),
    };
}
