using BenchmarkDotNet.Running;
using Msp.Billing.Benchmarks.Documents;
using Msp.Billing.Benchmarks.Rating;
using Msp.Billing.Benchmarks.Runs;
using Msp.Billing.Benchmarks.Web;
using Msp.Billing.Benchmarks.Workload;

return args switch
{
    ["workload", var size, var folder] when Contracts(size) is { } contracts => WorkloadCommands.Write(contracts, folder),
    ["expected", .. var sizes] when sizes.Length > 0 && sizes.All(size => Contracts(size) is not null) => WorkloadCommands.Compare([.. sizes.Select(int.Parse)]),
    ["run", var size] when Contracts(size) is { } contracts => MonthCommand.Run(contracts, rounds: 5, server: null),
    ["run", var size, var rounds] when Contracts(size) is { } contracts && Contracts(rounds) is { } times => MonthCommand.Run(contracts, times, server: null),
    ["run", var size, var rounds, var server] when Contracts(size) is { } contracts && Contracts(rounds) is { } times => MonthCommand.Run(contracts, times, server),
    ["rate", var size] when Contracts(size) is { } contracts => RateCommand.Run(contracts, rounds: 9),
    ["rate", var size, var rounds] when Contracts(size) is { } contracts && Contracts(rounds) is { } times => RateCommand.Run(contracts, times),
    ["prepare", var size, var database] when Contracts(size) is { } contracts => MonthCommand.Prepare(contracts, database),
    ["check", var database] => MonthCommand.Check(database),
    ["post", var database] => MonthCommand.Post(database),
    ["documents", var size] when Contracts(size) is { } documents => DocumentsCommand.Run(documents, null),
    ["documents", var size, var folder] when Contracts(size) is { } documents => DocumentsCommand.Run(documents, folder),
    ["pages", var address, var email, var password] => await PagesCommand.Run(address, email, password, null),
    ["pages", var address, var email, var password, var number] when Contracts(number) is { } process => await PagesCommand.Run(address, email, password, process),
    ["review", var size, var tool] when Contracts(size) is { } invoices => await ReviewCommand.Run(invoices, tool),
    ["load", var size, var number, var tool] when Contracts(size) is { } users && Contracts(number) is { } contracts => await LoadCommand.Run(users, contracts, tool, server: null, byTool: false),
    ["load", var size, var number, var tool, var server] when Contracts(size) is { } users && Contracts(number) is { } contracts =>
        await LoadCommand.Run(users, contracts, tool, server, byTool: false),
    ["load", var size, var number, var tool, var server, "worker"] when Contracts(size) is { } users && Contracts(number) is { } contracts =>
        await LoadCommand.Run(users, contracts, tool, server, byTool: true),
    [['-', ..], ..] => Benchmarks(args),
    _ => WorkloadCommands.Usage(),
};

static int? Contracts(string text) => int.TryParse(text, out var number) && number > 0 ? number : null;

static int Benchmarks(string[] arguments) =>
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments).All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
