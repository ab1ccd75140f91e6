using Msp.Billing.Amounts;
using PublicApiGenerator;

namespace Msp.Billing.Tests.Api;

/// <summary>What users of the package can call, as one readable file. To accept a change: <c>APPROVE=1</c> in the environment of this test.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void Nothing_public_changes_unseen() =>
        Approved.Matches(
            typeof(Money).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }),
            "tests/Msp.Billing.Tests/Api/Msp.Billing.approved.txt");
}
