using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.Invoicing;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Drafts one stored contract for a run. Preview and posting both go through it, so that what is posted is what was previewed.</summary>
internal sealed class ContractDrafter
{
    private readonly RunHeader _run;
    private readonly Drafter _drafter;
    private readonly Func<PostedTax> _postedTax;
    private StoredContract? _drafted;

    /// <param name="store">Where the seller's tax rates are, and what was posted, which is looked up only when something is credited.</param>
    /// <param name="sellerId">The seller's number in storage.</param>
    /// <param name="run">The run.</param>
    internal ContractDrafter(BillingStore store, long sellerId, RunHeader run)
    {
        _run = run;
        _drafter = new Drafter(new TableTaxCalculator(new SellerBook(store).TaxTableOf(sellerId)));
        _postedTax = () => PostedTaxes.Of(store, sellerId, _drafted ?? throw new InvalidOperationException("No contract is being drafted."));
    }

    /// <summary>Drafts a contract; what is wrong with it becomes a problem, and the next one goes on.</summary>
    internal ContractDraft Draft(StoredContract stored)
    {
        var contract = stored.Contract;
        _drafted = stored;
        try
        {
            var draft = _drafter.Draft(contract, RequestFor(stored));
            return draft is null
                ? new ContractDraft(Runs(contract) ? RunOutcome.NothingDue : RunOutcome.NotRunning, null, null)
                : new ContractDraft(RunOutcome.Billed, draft, null);
        }
        catch (Exception exception) when (RunProblems.Of(contract.Number, exception) is not null)
        {
            return new ContractDraft(RunOutcome.Problem, null, RunProblems.Of(contract.Number, exception));
        }
    }

    /// <summary>What is asked for a contract of the run; explains its draft, too.</summary>
    internal DraftRequest RequestFor(StoredContract stored) => new(stored.Customer, _run.Through)
    {
        IssueDay = _run.IssueDay,
        KnownAt = _run.KnownAt,
        Counts = stored.Counts,
        Billed = stored.Billed,
        RecheckFrom = stored.RecheckFrom,
        PostedTax = _postedTax,
    };

    private bool Runs(Contract contract) => ContractLifecycle.Bills(contract.StatusOn(_run.Through, _run.KnownAt));
}
