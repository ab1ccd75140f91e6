using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Msp.Billing.Cli.Output;

/// <summary>The shapes of everything that is written for programs, made by the compiler: no reflection, and a fast start.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(FailureJson))]
[JsonSerializable(typeof(InitJson))]
[JsonSerializable(typeof(DocumentJson))]
[JsonSerializable(typeof(IReadOnlyList<DocumentRowJson>))]
[JsonSerializable(typeof(IReadOnlyList<DocumentFaultJson>))]
[JsonSerializable(typeof(IReadOnlyList<ForecastMonthJson>))]
[JsonSerializable(typeof(ContractShowJson))]
[JsonSerializable(typeof(LifecycleJson))]
[JsonSerializable(typeof(AmendJson))]
[JsonSerializable(typeof(TerminationJson))]
[JsonSerializable(typeof(RunReportJson))]
[JsonSerializable(typeof(IReadOnlyList<QuoteRowJson>))]
[JsonSerializable(typeof(QuoteShowJson))]
[JsonSerializable(typeof(QuoteVerifyJson))]
[JsonSerializable(typeof(RunProblemsJson))]
[JsonSerializable(typeof(RunDecidedJson))]
[JsonSerializable(typeof(RunDeliveryJson))]
[JsonSerializable(typeof(RunLimitsJson))]
[JsonSerializable(typeof(RunExportJson))]
[JsonSerializable(typeof(ImportJson))]
[JsonSerializable(typeof(DemoJson))]
[JsonSerializable(typeof(IReadOnlyList<MrrMonthJson>))]
[JsonSerializable(typeof(IReadOnlyList<MovementJson>))]
[JsonSerializable(typeof(IReadOnlyList<MarginJson>))]
[JsonSerializable(typeof(IReadOnlyList<RenewalJson>))]
[JsonSerializable(typeof(IReadOnlyList<UpliftDueJson>))]
[JsonSerializable(typeof(IReadOnlyList<LeakJson>))]
[JsonSerializable(typeof(AuditJson))]
[JsonSerializable(typeof(SharedRunJson))]
[JsonSerializable(typeof(WorkerJson))]
[JsonSerializable(typeof(CompletionJson))]
[JsonSerializable(typeof(AllocationsJson))]
[JsonSerializable(typeof(BankImportJson))]
[JsonSerializable(typeof(BankMatchJson))]
[JsonSerializable(typeof(PaymentJson))]
[JsonSerializable(typeof(IReadOnlyList<PaymentJson>))]
[JsonSerializable(typeof(TrialBalanceJson))]
[JsonSerializable(typeof(IReadOnlyList<JournalEntryJson>))]
[JsonSerializable(typeof(IReadOnlyList<StatementJson>))]
[JsonSerializable(typeof(IReadOnlyList<AgeingJson>))]
[JsonSerializable(typeof(IReadOnlyList<DunningJson>))]
[JsonSerializable(typeof(DunningPauseJson))]
[JsonSerializable(typeof(JournalExportJson))]
[JsonSerializable(typeof(LedgerPolicyJson))]
[JsonSerializable(typeof(CorrectionJson))]
[JsonSerializable(typeof(IReadOnlyList<CorrectionJson>))]
[JsonSerializable(typeof(ImportRecordJson))]
[JsonSerializable(typeof(PdfJson))]
[JsonSerializable(typeof(PdfRunJson))]
[JsonSerializable(typeof(EInvoiceJson))]
[JsonSerializable(typeof(EInvoicesJson))]
[JsonSerializable(typeof(ExportCsvJson))]
[JsonSerializable(typeof(ExportCalendarJson))]
[JsonSerializable(typeof(SellerDetailsJson))]
[JsonSerializable(typeof(CustomerDetailsJson))]
internal sealed partial class CommandJson : JsonSerializerContext
{
    /// <summary>Letters as they are; the output goes to programs and files, never into a page.</summary>
    public static CommandJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The same in one line, for what is kept.</summary>
    public static CommandJson Compact { get; } = new(new JsonSerializerOptions(Plain.Options) { WriteIndented = false });
}
