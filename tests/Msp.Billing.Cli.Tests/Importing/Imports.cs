using Msp.Billing.Cli.Importing;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;
using Msp.Billing.Usage;

namespace Msp.Billing.Cli.Tests.Importing;

/// <summary>Reads text as files of each kind and gives back what came of it.</summary>
internal static class Imports
{
    public static DateTimeOffset RecordedAt { get; } = new(2026, 4, 1, 6, 0, 0, TimeSpan.Zero);

    public static (List<Contract> Contracts, string[] Problems) Contracts(string name, string content, KnownRecords? known = null) =>
        Read(name, content, (file, problems) => ContractImport.Read(file, known ?? KnownRecords.Unchecked, RecordedAt, problems));

    public static (List<Customer> Customers, string[] Problems) Customers(string name, string content, KnownRecords? known = null) =>
        Read(name, content, (file, problems) => CustomerImport.Read(file, known ?? KnownRecords.Unchecked, problems).Select(one => one.Customer));

    public static (List<ImportedCustomer> Customers, string[] Problems) CustomersWithDetails(string name, string content) =>
        Read(name, content, (file, problems) => CustomerImport.Read(file, KnownRecords.Unchecked, problems));

    public static (List<(string Contract, UsageCount Count)> Counts, string[] Problems) Counts(string name, string content, KnownRecords? known = null) =>
        Read(name, content, (file, problems) => CountImport.Read(file, known ?? KnownRecords.Unchecked, RecordedAt, problems));

    public static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", name));

    /// <summary>A table with the columns that a contract needs, and those of the case.</summary>
    public static string ContractTable(string columns, params string[] rows) =>
        $"contract,customer,currency,start,line,charge,name,model{(columns.Length > 0 ? "," + columns : "")}\n" + string.Join('\n', rows) + "\n";

    /// <summary>One contract with one per-user line, and what the case adds or puts in place of it.</summary>
    public static string ContractJson(string head = "", string line = "", string pricing = "\"model\": \"per-unit\", \"price\": 38.5") =>
        $$"""
        {"contracts": [{"contract": "C-1", "customer": "K-1", "currency": "USD", "start": "2026-03-01"{{Added(head)}}, "lines": [
          {"line": 1, "charge": "user", "name": "Users", "unit": "user", "quantity": 45{{Added(line)}}, "pricing": { {{pricing}} } } ] } ] }
        """;

    private static string Added(string text) => text.Length == 0 ? "" : ", " + text;

    private static (List<T> Items, string[] Problems) Read<T>(string name, string content, Func<ImportFile, ImportProblems, IEnumerable<T>> read)
    {
        using var temporary = new TemporaryFile(name, content);
        var problems = new ImportProblems();
        var items = ImportFile.Open(temporary.Path, ImportFile.DefaultLimit, problems) is { } file ? read(file, problems).ToList() : [];
        return (items, [.. problems.Listed.Select(problem => problem.ToString())]);
    }
}
