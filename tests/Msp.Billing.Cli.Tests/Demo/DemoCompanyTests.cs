using System.Security.Cryptography;
using Msp.Billing.Catalog;
using Msp.Billing.Cli.Demo;
using Msp.Billing.Cli.Exporting;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Tests.Demo;

public sealed class DemoCompanyTests
{
    private static readonly DemoCompany Company = DemoCompany.Make();

    [Fact]
    public void The_same_seed_makes_the_same_bytes_and_another_seed_others()
    {
        Assert.Equal(HashOf(Company), HashOf(DemoCompany.Make()));
        Assert.NotEqual(HashOf(Company), HashOf(DemoCompany.Make(7)));
    }

    /// <summary>Documentation and screenshots show this company: what it is may change, but not by accident.</summary>
    [Fact]
    public void The_default_company_is_the_one_that_is_known() =>
        Assert.StartsWith("D63891E9C8DA6672", HashOf(Company), StringComparison.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(99)]
    public void Any_seed_makes_a_company(int seed) => Assert.Equal(60, DemoCompany.Make(seed).Customers.Length);

    [Fact]
    public void Everything_that_can_be_sold_is_there()
    {
        var lines = Company.Contracts.SelectMany(contract => contract.Terms.Lines).Select(line => line.Charge).ToList();

        AssertEvery<PricingModel>(lines.Select(charge => charge.Pricing.Model));
        AssertEvery<QuantityBasis>(lines.Select(charge => charge.Basis));
        AssertEvery<ChargeTiming>(lines.Select(charge => charge.Timing));
        AssertEvery<Periods.DayCount>(lines.Select(charge => charge.DayCount));
        AssertEvery<ChangePolicy>(lines.Select(charge => charge.Decrease));
        AssertEvery<PricingTier>(Company.Catalog.Families[0].Plans.Select(plan => plan.Tier.GetValueOrDefault()));
        AssertEvery<ServiceLine>(Company.Catalog.Services.Services.Select(service => service.Line));
        AssertEvery<DeviceKind>(lines.Where(charge => charge.Unit.Device is not null).Select(charge => charge.Unit.Device.GetValueOrDefault()));
        Assert.Superset(new HashSet<string>(["1M", "3M", "6M", "12M"]), lines.Select(charge => charge.Cadence.ToString()).ToHashSet());
        Assert.Superset(new HashSet<string>(["flat", "user", "site", "licence", "gb", "hour", "amount"]), lines.Select(charge => charge.Unit.Code).ToHashSet());
        Assert.Contains(lines, charge => charge.Pricing.MinimumSpend > 0);
        Assert.Contains(lines, charge => charge.Pricing.MinimumQuantity > 0);
        Assert.Contains(lines, charge => charge.Pricing.IncludedQuantity > 0);
        Assert.Contains(lines, charge => charge.Pricing.Increment is not null);
        Assert.Contains(lines, charge => charge.Pricing.Steps.Any(step => step.FlatFee > 0));
    }

    [Fact]
    public void Everything_that_can_happen_has_happened()
    {
        var amendments = Company.Contracts.SelectMany(contract => contract.Amendments).ToList();

        Assert.Equal(
            typeof(Amendment).GetNestedTypes().Select(type => type.Name).Order(StringComparer.Ordinal),
            amendments.Select(amendment => amendment.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Superset(
            new HashSet<ContractAction>([
                ContractAction.Send, ContractAction.Sign, ContractAction.Suspend, ContractAction.Resume, ContractAction.GiveNotice, ContractAction.Terminate, ContractAction.Renew,
            ]),
            amendments.OfType<Amendment.Moved>().Select(move => move.Action).ToHashSet());
        Assert.Superset(
            new HashSet<ContractStatus>([
                ContractStatus.Active, ContractStatus.Ended, ContractStatus.NoticeGiven, ContractStatus.Renewed, ContractStatus.AwaitingSignature,
            ]),
            Company.Contracts.Select(contract => contract.StatusOn(DemoCompany.Today)).ToHashSet());
        Assert.Contains(amendments, amendment => amendment.RecordedAt > DemoHistory.At(amendment.Day.AddDays(7), 0) && amendment.Day >= DemoCompany.BilledFrom);
        Assert.Contains(Company.Contracts, contract => contract.Predecessor is not null);
    }

    [Fact]
    public void Groups_have_parents_companies_and_sites()
    {
        var tree = new CustomerTree([.. Company.Customers]);

        Assert.Equal(60, tree.Customers.Length);
        Assert.Equal(18, Company.Customers.Count(customer => customer.Parent is not null));
        Assert.Contains(Company.Customers, customer => tree.UpFrom(customer.Number).Count() == 3);
        Assert.Contains(Company.Customers, customer => customer.Sites.Length == 3);
        Assert.All(Company.Contracts, contract => Assert.NotNull(tree.Find(contract.Customer)));
    }

    [Fact]
    public void Its_files_are_imported_again_to_the_last_letter()
    {
        var known = new KnownRecords
        {
            HasCustomer = number => Company.Customers.Any(customer => customer.Number == number),
            LinesOf = number => Company.Contracts.SingleOrDefault(contract => contract.Number == number)?.Terms.Lines.ToDictionary(line => line.Id, line => line.Charge.Unit),
        };

        AssertSame("catalog.json", stream => ImportFiles.WriteCatalog(stream, Company.Catalog), (file, problems, stream) =>
            ImportFiles.WriteCatalog(stream, CatalogImport.Read(file, KnownRecords.Unchecked, problems) ?? throw new InvalidOperationException(problems.Listed[0].ToString())));
        AssertSame("customers.json", stream => ImportFiles.WriteCustomers(stream, Company.WithDetails()), (file, problems, stream) =>
            ImportFiles.WriteCustomers(stream, CustomerImport.Read(file, KnownRecords.Unchecked, problems)));
        AssertSame("contracts.json", stream => ImportFiles.WriteContracts(stream, Company.Contracts), (file, problems, stream) =>
            ImportFiles.WriteContracts(stream, ContractImport.Read(file, known, default, problems)));
        AssertSame("counts.csv", stream => ImportFiles.WriteCounts(stream, Company.Counts), (file, problems, stream) =>
            ImportFiles.WriteCounts(stream, CountImport.Read(file, KnownRecords.Unchecked, default, problems)));
    }

    private static void AssertSame(string name, Action<Stream> write, Action<ImportFile, ImportProblems, Stream> readAndWrite)
    {
        using var written = new MemoryStream();
        write(written);
        using var temporary = new TemporaryFile(name, written.ToArray());
        var problems = new ImportProblems();
        using var again = new MemoryStream();

        readAndWrite(ImportFile.Open(temporary.Path, ImportFile.DefaultLimit, problems) ?? throw new InvalidOperationException(), problems, again);

        Assert.Empty(problems.Listed);
        Assert.Equal(written.ToArray(), again.ToArray());
    }

    private static void AssertEvery<T>(IEnumerable<T> found)
        where T : struct, Enum => Assert.Equal(Enum.GetValues<T>(), found.Distinct().Order());

    private static string HashOf(DemoCompany company)
    {
        using var stream = new MemoryStream();
        ImportFiles.WriteCatalog(stream, company.Catalog);
        ImportFiles.WriteCustomers(stream, company.WithDetails());
        ImportFiles.WriteContracts(stream, company.Contracts);
        ImportFiles.WriteCounts(stream, company.Counts);
        return Convert.ToHexString(SHA256.HashData(stream.ToArray()));
    }
}
