using System.Globalization;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;
using Npgsql;

namespace Msp.Billing.Cluster.Tests;

/// <content>Contracts that are changed, and what was billed for each.</content>
internal sealed partial class SharedMonth
{
    /// <summary>The number of the contract at a place from 1.</summary>
    public static string NumberOf(int place) => string.Create(CultureInfo.InvariantCulture, $"C-{place:D4}");

    /// <summary>Changes contracts in one transaction, as any program does.</summary>
    /// <param name="places">The contracts.</param>
    /// <param name="day">From when the change holds.</param>
    /// <param name="recordedAt">As of when it is known; null for now.</param>
    /// <param name="change">Calls the contract's verbs.</param>
    public void Amend(IEnumerable<int> places, DateOnly day, DateTimeOffset? recordedAt, Action<Contract, AmendmentNote> change) => Read(store =>
    {
        using var transaction = store.Begin();
        var note = new AmendmentNote(day, recordedAt ?? new RunEngine(store, TimeProvider.System).InstantToRecord("main"), "carla", "as agreed");
        using var writer = new AmendmentWriter(store, 1);
        foreach (var place in places)
        {
            StoredContract stored;
            using (var reader = new ContractReader(store, 1))
            {
                stored = reader.Find(NumberOf(place)) ?? throw new InvalidOperationException($"There is no contract {NumberOf(place)}.");
            }

            var before = stored.Contract.Amendments.Count;
            change(stored.Contract, note);
            foreach (var amendment in stored.Contract.Amendments.Skip(before))
            {
                writer.Append(stored.Id, amendment);
            }
        }

        transaction.Commit();
        return 0;
    });

    /// <summary>The contracts that the posted run left out because they were not what was approved.</summary>
    public IEnumerable<string> ChangedSinceApproval() => Read(store =>
    {
        var engine = new RunEngine(store, TimeProvider.System);
        return engine.Problems("main", Assert.IsType<RunSummary>(engine.Status("main")).Number)
            .Where(problem => problem.Code == RunProblemCodes.ChangedSinceApproval).Select(problem => problem.Contract).Order(StringComparer.Ordinal).ToList();
    });

    /// <summary>Previews the next month in this process.</summary>
    /// <returns>The places of the contracts that are billed something else than in this one.</returns>
    public int[] OthersInApril() => Read(store =>
    {
        var engine = new RunEngine(store, TimeProvider.System);
        var run = engine.Preview("main", Through.AddMonths(1), null, "anna");
        return engine.Items("main", run.Number, int.MaxValue).Where(item => item.Total != item.Previous)
            .Select(item => int.Parse(item.Contract[2..], CultureInfo.InvariantCulture)).Order().ToArray();
    });

    /// <summary>Every contract has the one document, and the amount, that one process on SQLite gives to the contract at a place.</summary>
    /// <param name="expected">From the contract's own place; null where it has no document.</param>
    public void CheckDocuments(Func<int, int?> expected) => Assert.Equal(
        Enumerable.Range(1, Contracts).Select(place => (NumberOf(place), expected(place))).Where(pair => pair.Item2 is not null)
            .Select(pair => KeyValuePair.Create(pair.Item1, Alone.Value.Documents[NumberOf(pair.Item2 ?? 0)])),
        Read(Billed));

    /// <summary>Whole numbers, one a row.</summary>
    public long[] Numbers(string sql)
    {
        using var connection = new NpgsqlConnection(Direct);
        connection.Open();
#pragma warning disable CA2100 // Only the tests write the statements.
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var numbers = new List<long>();
        while (rows.Read())
        {
            numbers.Add(rows.GetInt64(0));
        }

        return [.. numbers];
    }

    // A contract that has two documents cannot be in it twice, and fails here.
    private static SortedDictionary<string, long> Billed(BillingStore store)
    {
        var billed = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var document in new DocumentList(store, 1).Find(null, null, null, int.MaxValue))
        {
            billed.Add(document.Contract, document.Total.MinorUnits);
        }

        return billed;
    }
}
