using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Msp.Billing.EntityFrameworkCore.Tests.Quotes;
using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Tests.Sqlite;

public sealed class QuoteGuardTests
{
    private static readonly QuoteChoice Choice = new("standard", new ChosenItem("backup", 7m));

    [Fact]
    public void Only_the_hash_of_a_token_is_kept()
    {
        using var offers = new Offers();
        var (_, token) = offers.Sent();

        Assert.Equal(43, token.Length);
        offers.Database.Store.Dispose();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(offers.Database.Path) ?? ""))
        {
            Assert.DoesNotContain(token, File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("UPDATE quote_revision SET canonical = x'00'")]
    [InlineData("UPDATE quote_revision SET sent_at = NULL, canonical = NULL, internals = NULL, hash = NULL")]
    [InlineData("DELETE FROM quote_revision")]
    [InlineData("INSERT OR REPLACE INTO quote_revision (seller_id, quote_id, revision) SELECT seller_id, quote_id, revision FROM quote_revision")]
    [InlineData("UPDATE quote_draft SET json = '{}'")]
    [InlineData("DELETE FROM quote_draft")]
    [InlineData("INSERT INTO quote_draft SELECT seller_id, quote_id, revision, draft_version + 1, at, author, restored_from, json FROM quote_draft")]
    [InlineData("UPDATE quote_event SET text = 'other'")]
    [InlineData("DELETE FROM quote_event")]
    [InlineData("INSERT OR REPLACE INTO quote_event SELECT seller_id, quote_id, event_no, revision, kind, action, day, at, 'Somebody', text, valid_until, breaches_json FROM quote_event")]
    [InlineData("UPDATE quote_acceptance SET evidence = x'00'")]
    [InlineData("DELETE FROM quote_acceptance")]
    [InlineData("INSERT OR REPLACE INTO quote_acceptance SELECT seller_id, quote_id, revision, at + 1, evidence, hash, contract_id FROM quote_acceptance")]
    [InlineData("UPDATE quote_link SET token_hash = zeroblob(32)")]
    [InlineData("UPDATE quote_link SET expires_at = expires_at + 1")]
    [InlineData("DELETE FROM quote_link")]
    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "The rows above are the only input.")]
    public void What_was_sent_and_signed_cannot_be_changed_by_anyone(string sql)
    {
        using var offers = new Offers();
        var (_, token) = offers.Sent();
        offers.Acceptances.Accept(token, Choice, Offers.Dana(3), Offers.Day.AddDays(3));

        using var connection = new SqliteConnection($"Data Source={offers.Database.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        Assert.Equal(19, Assert.Throws<SqliteException>(() => command.ExecuteNonQuery()).SqliteErrorCode);
    }
}
