using CsCheck;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Specifications;

namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

/// <summary>The named questions about contracts, asked of SQLite and in memory: one answer.</summary>
public sealed class ContractQuestionsTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    private static readonly Gen<DateOnly?> Days = Gen.Int[-20, 60].Select(day => day < 0 ? (DateOnly?)null : First.AddDays(day));

    private static readonly Gen<ContractSummary[]> Rows = Gen.Select(Days, Days, Days, Gen.Bool).Array[0, 30].Select(rows => rows
        .Select((row, index) => new ContractSummary
        {
            Number = $"C-{index + 1}",
            Customer = "K-1",
            Currency = Currency.Eur,
            AsOf = First,
            Status = ContractStatus.Active,
            Start = First,
            NextDue = row.Item1,
            End = row.Item2,
            DecisionDay = row.Item3,
            IsRenewed = row.Item4,
        })
        .ToArray());

    [Fact]
    public void A_database_answers_as_memory_does() =>
        Gen.Select(Rows, Gen.Int[0, 60], Gen.Int[0, 30]).Sample(
            (rows, from, days) =>
            {
                using var database = new Summaries();
                database.Rows.AddRange(rows);
                database.SaveChanges();
                var (first, until) = (First.AddDays(from), First.AddDays(from + days));

                foreach (var question in new Specification<ContractSummary>[]
                {
                    new ContractsDue(first), new ContractsEnding(first, until), new ContractsToRenew(first, until), new ContractsDue(first).And(new ContractsEnding(first, until).Not()),
                })
                {
                    var stored = database.Rows.Where(question.Criteria).Select(row => row.Number).ToList();
                    Assert.Equal(rows.Where(question.IsSatisfiedBy).Select(row => row.Number).Order(), stored.Order());
                }
            },
            iter: 20);

    private sealed class Summaries : DbContext
    {
        private readonly SqliteConnection _connection = new("Data Source=:memory:");

        internal Summaries()
        {
            _connection.Open();
            Database.EnsureCreated();
        }

        internal DbSet<ContractSummary> Rows => Set<ContractSummary>();

        public override void Dispose()
        {
            base.Dispose();
            _connection.Dispose();
        }

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
            optionsBuilder.UseSqlite(_connection).ReplaceService<IModelRuntimeInitializer, WholeModel>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<ContractSummary>(row =>
        {
            row.HasKey(contract => contract.Number);
            row.Property(contract => contract.Currency).HasConversion(currency => currency.Code, code => Currency.FromCode(code));
        });
    }
}
