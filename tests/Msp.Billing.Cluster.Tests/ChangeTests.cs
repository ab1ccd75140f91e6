using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;
using Msp.Billing.Runs;

namespace Msp.Billing.Cluster.Tests;

/// <summary>Contracts change while workers make a run of them: each document is what was known when the run was begun, or its contract is named as changed.</summary>
public sealed class ChangeTests
{
    // While chunks are computed, two of them before and ten after; between the preview and posting; and while documents are posted.
    [Fact]
    public async Task What_changes_while_a_run_is_made_waits_for_the_next_one()
    {
        using var month = new SharedMonth();
        using var workers = new Workers(month, 2);
        using (Blocker.OfChunks(month.Direct))
        {
            month.Plan();
            month.WaitFor("each worker has a chunk", () => month.Standing("run_item") == 2);
            Change(month, endsWith: 1);
        }

        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();
        Change(month, endsWith: 7);

        Task late;
        using (Blocker.OfPosting(month.Direct, contract: 120))
        {
            month.PlanPosting();
            month.WaitFor("the poster stands in its third transaction", () => month.Standing("contract_billing") >= 1);
            late = Task.Run(() => Change(month, endsWith: 9), TestContext.Current.CancellationToken);
            month.WaitFor("who changes contracts waits for the poster", () => month.Standing("seller") >= 1);
        }

        month.WaitFor(RunStatus.Posted);
        await late;
        month.CheckPosted();

        // The run of the next month bills what changed, and nothing else is other than it was.
        Assert.Equal(Places(1, 7, 9), month.OthersInApril());
    }

    // A program that stores late what it knew before the run: a draft that was computed without it is not what posting computes.
    [Fact]
    public void What_becomes_known_late_is_billed_or_named_and_never_half()
    {
        using var month = new SharedMonth();
        using var workers = new Workers(month, 2);
        var known = TimeProvider.System.GetUtcNow();
        var changed = Places(3);
        long[] computed;
        using (Blocker.OfChunks(month.Direct))
        {
            month.Plan();
            month.WaitFor("each worker has a chunk", () => month.Standing("run_item") == 2);
            computed = month.Numbers("SELECT chunk_no FROM run_chunk WHERE status = 2");
            month.Amend(changed, new DateOnly(2026, 3, 1), known, (contract, note) =>
            {
                foreach (var line in contract.Terms.Lines)
                {
                    contract.ChangeQuantity(note, line.Id, line.Quantity + 1);
                }
            });
        }

        month.WaitFor(RunStatus.Previewed);
        month.PlanPosting();
        month.WaitFor(RunStatus.Posted);

        // A chunk has twenty contracts, of which two were changed; the contract with one more of everything costs what the next one does.
        var leftOut = changed.Where(place => computed.Contains(1 + ((place - 1) / 20))).ToHashSet();
        Assert.Equal(4, leftOut.Count);
        Assert.Equal(leftOut.Order().Select(SharedMonth.NumberOf), month.ChangedSinceApproval());
        month.CheckDocuments(place => leftOut.Contains(place) ? null : changed.Contains(place) ? place + 1 : place);
    }

    private static int[] Places(params int[] lastDigits) => [.. Enumerable.Range(1, SharedMonth.Contracts).Where(place => lastDigits.Contains(place % 10))];

    // A quantity, a price, an end: one of the three, by the place of the contract.
    private static void Change(SharedMonth month, int endsWith) => month.Amend(Places(endsWith), new DateOnly(2026, 3, 10), null, (contract, note) =>
    {
        var quantity = contract.Terms.Lines[0].Quantity;
        switch (quantity % 3)
        {
            case 0:
                contract.ChangeQuantity(note, 1, quantity + 5);
                break;
            case 1:
                contract.ChangePrice(note, 2, Pricing.PerUnit(99m, Currency.Eur));
                break;
            default:
                contract.Move(note, ContractAction.Terminate);
                break;
        }
    });
}
