using Microsoft.EntityFrameworkCore.Metadata;
using Msp.Billing.EntityFrameworkCore.Postgres;

namespace Msp.Billing.EntityFrameworkCore.Tests;

// Contexts share a model. With services of its own one has a new model, as in a program that has just started.
public sealed class WholeModelTests
{
    [Fact]
    public void A_context_on_a_file_has_its_tables_before_anybody_asks() =>
        AssertWhole(new SqliteBillingDb(BillingStorage.OptionsFor("unused.db").EnableServiceProviderCaching(false).Options));

    [Fact]
    public void A_context_on_a_server_has_its_tables_before_anybody_asks()
    {
        Assert.True(PostgresAddress.TryRead("Host=localhost;Database=unused", out var address));

        AssertWhole(new PostgresBillingDb(PostgresStorage.OptionsFor(address).EnableServiceProviderCaching(false).Options));
    }

    private static void AssertWhole(BillingDb db)
    {
        using (db)
        {
            Assert.NotNull(db.Model.FindRuntimeAnnotation(RelationalAnnotationNames.RelationalModel));
        }
    }
}
