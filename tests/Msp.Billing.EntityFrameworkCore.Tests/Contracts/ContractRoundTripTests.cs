using CsCheck;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Usage;

namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

public abstract class ContractRoundTripTests
{
    private readonly Provider _provider;

    private protected ContractRoundTripTests(Provider provider) => _provider = provider;

    [Fact]
    public void What_is_read_is_what_was_written() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            using var database = new TempDatabase(_provider);
            var draw = new RandomContract(seed);
            var contracts = Enumerable.Range(1, 5).Select(i => draw.Draw($"C-{i}")).ToArray();
            foreach (var contract in contracts)
            {
                for (var i = 0; i < 12; i++)
                {
                    draw.Change(contract, contract.Terms.Start.AddDays(i * 20));
                }
            }

            database.Add(contracts);
            using var reader = new ContractReader(database.Store, database.SellerId);
            var read = reader.Read().ToArray();

            Assert.Equal(contracts.Select(contract => Dump.Of(contract)), read.Select(stored => Dump.Of(stored.Contract)));
            Assert.Equal(Enumerable.Range(1, 5).Select(i => (long)i), read.Select(stored => stored.Id));
            Assert.All(read, stored => Assert.Equal(Dump.Of(TempDatabase.Customer), Dump.Of(stored.Customer)));
            Assert.All(read, stored => Assert.Null(stored.RecheckFrom));
            Assert.All(contracts, contract => Assert.Equal(Dump.Of(contract), Dump.Of(reader.Find(contract.Number)?.Contract)));
        },
        iter: _provider == Provider.Sqlite ? 60 : 12);

    [Fact]
    public void An_appended_amendment_is_read_back_and_a_stale_one_is_refused()
    {
        using var database = new TempDatabase(_provider);
        var draw = new RandomContract(7);
        var contract = draw.Draw();
        var id = database.Add(contract);
        using var reader = new ContractReader(database.Store, database.SellerId);
        var mine = reader.Find("C-1")!.Contract;
        var theirs = reader.Find("C-1")!.Contract;
        using var writer = new AmendmentWriter(database.Store, database.SellerId);
        var note = new AmendmentNote(contract.Terms.Start, RandomContract.At(contract.Terms.Start), "Maria Berg", "more people");

        writer.Append(id, mine.ChangeQuantity(note, 1, 11));
        var refused = Assert.Throws<StorageException>(() => writer.Append(id, theirs.ChangeQuantity(note, 1, 12)));

        Assert.Equal(StorageFault.Conflict, refused.Fault);
        Assert.Equal(11, Assert.IsType<Amendment.QuantityChanged>(Assert.Single(reader.Find("C-1")!.Contract.Amendments)).Quantity);
    }

    [Fact]
    public void Counts_come_back_with_their_instants_and_a_second_one_of_the_same_instant_is_refused()
    {
        using var database = new TempDatabase(_provider);
        var draw = new RandomContract(11);
        var contract = draw.Draw();
        var id = database.Add(contract);
        var counts = Enumerable.Range(0, 20).Select(i => draw.Count(contract, contract.Terms.Start.AddDays(i))).ToArray();
        using var writer = new UsageWriter(database.Store, database.SellerId);
        foreach (var count in counts)
        {
            writer.Add(id, count);
        }

        using var reader = new ContractReader(database.Store, database.SellerId);
        Assert.Equal(counts.OrderBy(count => (count.LineId, count.Day, count.RecordedAt)), reader.Find("C-1")!.Counts.ToArray());
        Assert.Equal(StorageFault.Refused, Assert.Throws<StorageException>(() => writer.Add(id, counts[0])).Fault);
        Assert.Equal(StorageFault.Refused, Assert.Throws<StorageException>(() => writer.Add(id + 1, counts[0])).Fault);
    }

    [Fact]
    public void A_contract_without_a_stored_customer_or_with_a_number_that_is_taken_is_refused_whole()
    {
        using var database = new TempDatabase(_provider);
        var contract = new RandomContract(3).Draw();
        database.Add(contract);

        Assert.Contains("Contract C-1 exists already", Assert.Throws<StorageException>(() => database.Add(new RandomContract(4).Draw("C-2"), contract)).Message, StringComparison.Ordinal);
        Assert.Contains("K-9", Assert.Throws<StorageException>(() => database.Add(new RandomContract(4).Draw("C-2", "K-9"))).Message, StringComparison.Ordinal);

        Assert.Equal(1, database.Store.Scalar("SELECT count(*) FROM contract"));
    }
}
