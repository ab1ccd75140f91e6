using Msp.Billing.Invoicing;

namespace Msp.Billing.Benchmarks.Workload;

/// <summary>The commands that write the workload and check it in memory.</summary>
internal static class WorkloadCommands
{
    /// <summary>Says what there is.</summary>
    internal static int Usage()
    {
        Console.Error.WriteLine("""
            --filter '*'              measure everything (BenchmarkDotNet; --list flat names the questions)
            workload CONTRACTS DIR    write MSP-MONTH-1 as files for 'msp import'
            expected CONTRACTS...     draft MSP-MONTH-1 in memory and compare with the published results
            rate CONTRACTS [ROUNDS]   rate and draft MSP-MONTH-1 in memory beside a decimal loop, on one thread and on more
            run CONTRACTS [ROUNDS]    bill MSP-MONTH-1 on SQLite beside the baselines, check it, and show that memory stays flat
            prepare CONTRACTS DB      make a file, or fill an empty database of a server, with MSP-MONTH-1 and no run
            post DB                   bill what was prepared, and print the peak working set
            check DB                  print what was posted, as the definition of MSP-MONTH-1 asks
            documents COUNT [DIR]     print invoices and write them as UBL and CII: time and size of each; keep the files for judges
            pages ADDRESS EMAIL PASS  ask a running web tool for its pages and recalculations, beside its emptiest page
            review INVOICES TOOL      start the web tool TOOL (Msp.Quoting.Web.dll) on a run in review, and ask for the pages of the review
            load USERS CONTRACTS TOOL [SERVER [worker]]
                                      let salespeople work in the web tool, alone and while a run of so many contracts is posted, and time what they wait for
            """);
        return 2;
    }

    /// <summary>Writes the import files.</summary>
    internal static int Write(int contracts, string folder)
    {
        WorkloadFiles.Write(folder, contracts);
        return 0;
    }

    /// <summary>Drafts in memory and compares.</summary>
    internal static int Compare(IReadOnlyList<int> sizes)
    {
        var differ = false;
        foreach (var contracts in sizes)
        {
            var differences = Drafted(contracts).DifferencesFrom(ExpectedSums.Of(contracts));
            Console.WriteLine($"{contracts} contracts: {(differences.Count == 0 ? "equal to the published results" : string.Join("; ", differences))}");
            differ |= differences.Count > 0;
        }

        return differ ? 1 : 0;
    }

    /// <summary>The month, drafted in memory.</summary>
    internal static WorkloadSum Drafted(int contracts)
    {
        var drafter = new Drafter(new TableTaxCalculator(WorkloadBook.Taxes));
        var sum = new WorkloadSum();
        foreach (var drawn in MspMonth1.Draw(contracts))
        {
            var request = new DraftRequest(WorkloadBook.CustomerOf(drawn), WorkloadBook.IssueDay) { Counts = WorkloadBook.CountsOf(drawn) };
            if (drafter.Draft(WorkloadBook.ContractOf(drawn), request) is { } draft)
            {
                sum.Add(draft);
            }
        }

        return sum;
    }
}
