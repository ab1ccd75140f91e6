using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Msp.Billing.Cli.Output;

namespace Msp.Billing.Cli.Tests.Commands;

/// <summary>What programs may rely on is written down: a schema for each document, made from the shapes that are written. APPROVE=1 writes them anew.</summary>
public sealed class OutputSchemaTests
{
    private static readonly JsonSerializerOptions Indented = new(CommandJson.Plain.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static TheoryData<string> Documents => new(Shapes.Keys);

    private static Dictionary<string, JsonTypeInfo> Shapes => new()
    {
        ["audit"] = CommandJson.Plain.AuditJson,
        ["completion"] = CommandJson.Plain.CompletionJson,
        ["contract-amend"] = CommandJson.Plain.AmendJson,
        ["contract-lifecycle"] = CommandJson.Plain.LifecycleJson,
        ["contract-show"] = CommandJson.Plain.ContractShowJson,
        ["contract-termination"] = CommandJson.Plain.TerminationJson,
        ["customer-set"] = CommandJson.Plain.CustomerDetailsJson,
        ["customer-show"] = CommandJson.Plain.CustomerDetailsJson,
        ["demo"] = CommandJson.Plain.DemoJson,
        ["error"] = CommandJson.Plain.FailureJson,
        ["export-calendar"] = CommandJson.Plain.ExportCalendarJson,
        ["export-csv"] = CommandJson.Plain.ExportCsvJson,
        ["export-e-invoices"] = CommandJson.Plain.EInvoicesJson,
        ["forecast"] = CommandJson.Plain.IReadOnlyListForecastMonthJson,
        ["import"] = CommandJson.Plain.ImportJson,
        ["init"] = CommandJson.Plain.InitJson,
        ["insights-leakage"] = CommandJson.Plain.IReadOnlyListLeakJson,
        ["insights-margin"] = CommandJson.Plain.IReadOnlyListMarginJson,
        ["insights-movement"] = CommandJson.Plain.IReadOnlyListMovementJson,
        ["insights-mrr"] = CommandJson.Plain.IReadOnlyListMrrMonthJson,
        ["insights-renewals"] = CommandJson.Plain.IReadOnlyListRenewalJson,
        ["insights-uplifts"] = CommandJson.Plain.IReadOnlyListUpliftDueJson,
        ["invoice-list"] = CommandJson.Plain.IReadOnlyListDocumentRowJson,
        ["invoice-pdf"] = CommandJson.Plain.PdfJson,
        ["invoice-cii"] = CommandJson.Plain.EInvoiceJson,
        ["invoice-show"] = CommandJson.Plain.DocumentJson,
        ["invoice-ubl"] = CommandJson.Plain.EInvoiceJson,
        ["invoice-verify"] = CommandJson.Plain.IReadOnlyListDocumentFaultJson,
        ["quote-list"] = CommandJson.Plain.IReadOnlyListQuoteRowJson,
        ["quote-show"] = CommandJson.Plain.QuoteShowJson,
        ["quote-verify"] = CommandJson.Plain.QuoteVerifyJson,
        ["payments-allocate"] = CommandJson.Plain.AllocationsJson,
        ["payments-import"] = CommandJson.Plain.BankImportJson,
        ["payments-match"] = CommandJson.Plain.BankMatchJson,
        ["payments-record"] = CommandJson.Plain.PaymentJson,
        ["payments-list"] = CommandJson.Plain.IReadOnlyListPaymentJson,
        ["ledger-trial-balance"] = CommandJson.Plain.TrialBalanceJson,
        ["ledger-policy"] = CommandJson.Plain.LedgerPolicyJson,
        ["ledger-entries"] = CommandJson.Plain.IReadOnlyListJournalEntryJson,
        ["statement"] = CommandJson.Plain.IReadOnlyListStatementJson,
        ["ageing"] = CommandJson.Plain.IReadOnlyListAgeingJson,
        ["dunning-run"] = CommandJson.Plain.IReadOnlyListDunningJson,
        ["dunning-pause"] = CommandJson.Plain.DunningPauseJson,
        ["export-journal"] = CommandJson.Plain.JournalExportJson,
        ["invoice-correction"] = CommandJson.Plain.CorrectionJson,
        ["invoice-correction-list"] = CommandJson.Plain.IReadOnlyListCorrectionJson,
        ["run"] = CommandJson.Plain.RunReportJson,
        ["run-progress"] = CommandJson.Plain.SharedRunJson,
        ["worker"] = CommandJson.Plain.WorkerJson,
        ["run-pdf"] = CommandJson.Plain.PdfRunJson,
        ["run-problems"] = CommandJson.Plain.RunProblemsJson,
        ["run-decide"] = CommandJson.Plain.RunDecidedJson,
        ["run-deliver"] = CommandJson.Plain.RunDeliveryJson,
        ["run-export"] = CommandJson.Plain.RunExportJson,
        ["run-limits"] = CommandJson.Plain.RunLimitsJson,
        ["seller-set"] = CommandJson.Plain.SellerDetailsJson,
        ["seller-show"] = CommandJson.Plain.SellerDetailsJson,
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_schema_is_that_of_the_document(string name)
    {
        var path = Path.Combine(Folder(), name + ".schema.json");
        var schema = Schema(name);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            Directory.CreateDirectory(Folder());
            File.WriteAllText(path, schema);
        }

        Assert.True(File.Exists(path), $"There is no {path}. APPROVE=1 writes it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), schema);
    }

    private static string Schema(string name)
    {
        var schema = (JsonObject)Shapes[name].GetJsonSchemaAsNode(new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true });
        var whole = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = $"msp {name.Replace('-', ' ')} --json" };
        foreach (var (key, value) in schema)
        {
            whole[key] = value?.DeepClone();
        }

        return whole.ToJsonString(Indented) + "\n";
    }

    private static string Folder([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here) ?? "";
        while (!File.Exists(Path.Combine(folder, "Msp.Billing.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the tests has the solution.");
        }

        return Path.Combine(folder, "docs", "schemas", "output");
    }
}
