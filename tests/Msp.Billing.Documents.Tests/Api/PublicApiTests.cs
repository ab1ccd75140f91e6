using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.Tests;
using PublicApiGenerator;

namespace Msp.Billing.Documents.Tests.Api;

/// <summary>What users of the package can call, as one readable file. To accept a change: <c>APPROVE=1</c> in the environment of this test.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void Nothing_public_changes_unseen() =>
        Approved.Matches(
            typeof(EInvoiceFinding).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }),
            "tests/Msp.Billing.Documents.Tests/Api/Msp.Billing.Documents.approved.txt");
}
