using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;

namespace Msp.Billing.EntityFrameworkCore.Tests.Sqlite;

public sealed class MigrationTests
{
    [Fact]
    public void A_database_of_the_first_version_gets_quotes_and_keeps_what_it_has()
    {
        var folder = Directory.CreateTempSubdirectory("msp-billing-");
        try
        {
            var path = Path.Combine(folder.FullName, "billing.db");
            using (var db = BillingStorage.CreateContext(path))
            {
                db.GetService<IMigrator>().Migrate("20261123000000_Initial");
            }

            Assert.Equal(StorageFault.OlderSchema, Assert.Throws<StorageException>(() => BillingStorage.Open(path)).Fault);
            using (var db = BillingStorage.CreateContext(path))
            {
                db.Database.GetDbConnection().Open();
                using var insert = db.Database.GetDbConnection().CreateCommand();
                insert.CommandText = "INSERT INTO seller VALUES (1, 'main', 'Main Street IT', 'DE', 'EUR', 'Europe/Berlin', 0, 1, 1);" +
                    "INSERT INTO customer VALUES (1, 1, 'K-1', 'Nordwind \"Logistics\"', NULL, 'DE', 'DE123456789', NULL, 1, 'DE', '', 'a@nordwind.example', 'PO-1', NULL, 1)";
                insert.ExecuteNonQuery();
            }

            BillingStorage.CreateOrMigrate(path);

            using var store = BillingStorage.Open(path);
            Assert.Equal(1, store.Scalar("SELECT count(*) FROM seller"));
            Assert.Equal(0, store.Scalar("SELECT count(*) FROM quote"));
            var parties = new PartyBook(store, 1);
            Assert.Equal(("Main Street IT", "DE", 1L), (parties.Seller().Party.Name, parties.Seller().Party.Country, parties.Seller().Version));
            var (customer, _) = parties.Customer("K-1").GetValueOrDefault();
            Assert.Equal(("Nordwind \"Logistics\"", "", "a@nordwind.example", "PO-1"), (customer.Name, customer.Address, customer.Email, customer.BuyerReference));
            Assert.Equal(new TaxProfile("DE", "DE123456789", reverseCharge: true), customer.Tax);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
