using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

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
                insert.CommandText = "INSERT INTO seller VALUES (1, 'main', 'Main Street IT', 'DE', 'EUR', 'Europe/Berlin', 0, 1, 1)";
                insert.ExecuteNonQuery();
            }

            BillingStorage.CreateOrMigrate(path);

            using var store = BillingStorage.Open(path);
            Assert.Equal(1, store.Scalar("SELECT count(*) FROM seller"));
            Assert.Equal(0, store.Scalar("SELECT count(*) FROM quote"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
