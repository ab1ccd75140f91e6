using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Drafts one stored contract for a run. Preview and posting both go through it, so that what is posted is what was previewed.</summary>
/// <param name="taxes">The seller's tax rates.</param>
/// <param name="run">The run.</param>
internal sealed class ContractDrafter(TaxTable taxes, RunHeader run)
{
    private readonly Drafter _drafter = new(new TableTaxCalculator(taxes));

    /// <summary>Drafts a contract; what is wrong with it becomes a problem, and the next one goes on.</summary>
    internal ContractDraft Draft(StoredContract stored)
    {
        var contract = stored.Contract;
        try
        {
            var draft = _drafter.Draft(contract, new DraftRequest(stored.Customer, run.Through)
            {
                IssueDay = run.IssueDay,
                KnownAt = run.KnownAt,
                Counts = stored.Counts,
                Billed = stored.Billed,
                RecheckFrom = stored.RecheckFrom,
            });
            return draft is null
                ? new ContractDraft(Runs(contract) ? RunOutcome.NothingDue : RunOutcome.NotRunning, null, null)
                : new ContractDraft(RunOutcome.Billed, draft, null);
        }
        catch (Exception exception) when (RunProblems.Of(contract.Number, exception) is not null)
        {
            return new ContractDraft(RunOutcome.Problem, null, RunProblems.Of(contract.Number, exception));
        }
    }

    private bool Runs(Contract contract) => ContractLifecycle.Bills(contract.StatusOn(run.Through, run.KnownAt));
}
