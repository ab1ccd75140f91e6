namespace Msp.Billing.Cli.Tests.Commands;

public sealed class InitCommandTests : IDisposable
{
    private static readonly string[] Nordlicht =
        ["init", "--name", "Nordlicht IT GmbH", "--country", "DE", "--currency", "EUR", "--time-zone", "Europe/Berlin"];

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_second_call_changes_nothing()
    {
        Assert.Contains("Added seller main (Nordlicht IT GmbH, DE, EUR, Europe/Berlin).", _shell.Do(Nordlicht), StringComparison.Ordinal);
        var again = _shell.Json(Nordlicht);
        Assert.Equal("unchanged", again.GetProperty("databaseAction").GetString());
        Assert.Equal("unchanged", again.GetProperty("sellerAction").GetString());
        Assert.False(again.GetProperty("seller").GetProperty("onePerson").GetBoolean());
    }

    [Fact]
    public void Only_what_is_named_changes()
    {
        _shell.Do(Nordlicht);
        Assert.True(_shell.Json("init", "--one-person").GetProperty("seller").GetProperty("onePerson").GetBoolean());
        var renamed = _shell.Json("init", "--name", "Nordlicht IT AG").GetProperty("seller");
        Assert.Equal("Nordlicht IT AG", renamed.GetProperty("name").GetString());
        Assert.True(renamed.GetProperty("onePerson").GetBoolean());
        Assert.False(_shell.Json("init", "--one-person", "false").GetProperty("seller").GetProperty("onePerson").GetBoolean());
    }

    [Fact]
    public void A_database_without_a_seller_says_how_to_add_one()
    {
        Assert.Contains("Add one: msp init", _shell.Do("init"), StringComparison.Ordinal);
        Assert.Equal("none", _shell.Json("init").GetProperty("sellerAction").GetString());
    }

    [Theory]
    [InlineData(2, "--name", "X", "Seller 'main' is new and needs --country, --currency, --time-zone.")]
    [InlineData(2, "--currency", "EURO", "'EURO' is not a currency of ISO 4217")]
    [InlineData(2, "--time-zone", "Berlin", "'Berlin' is not a time zone")]
    public void What_is_wrong_is_said_before_there_is_a_file(int code, string option, string value, string message)
    {
        var outcome = _shell.Call("init", option, value);
        Assert.Equal(code, outcome.Code);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_shell.Database));
    }

    [Fact]
    public void A_country_in_small_letters_is_refused_by_the_domain()
    {
        var outcome = _shell.Call("init", "--name", "X", "--country", "de", "--currency", "EUR", "--time-zone", "UTC");
        Assert.Equal((1, "Seller main: 'de' is not a country code of ISO 3166; write two capital letters, such as DE."), (outcome.Code, outcome.Error.TrimEnd()));
        Assert.False(File.Exists(_shell.Database));
    }

    [Fact]
    public void A_missing_folder_and_a_file_that_is_no_database_are_storage_failures()
    {
        Assert.Equal(4, _shell.Call([.. Nordlicht, "--db", _shell.Path("no/such/msp.db")]).Code);
        File.WriteAllText(_shell.Database, "this is a text, and long enough to be looked at as a database file by its first hundred bytes; it is none");
        var outcome = _shell.Call(Nordlicht);
        Assert.Equal(4, outcome.Code);
        Assert.Contains("is no billing database", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_says_nothing() => Assert.Equal("", _shell.Do([.. Nordlicht, "--quiet"]));
}
