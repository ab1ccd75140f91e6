using Msp.Billing.Cli.Importing;

namespace Msp.Billing.Cli.Tests.Importing;

/// <summary>What is refused in a JSON file of contracts, in the words that the user reads.</summary>
public sealed class ContractJsonTests
{
    [Theory]
    [InlineData("\"end\": \"2026-02-01\"", "contracts[0].end: 2026-02-01 is before the start, 2026-03-01; the end is the first day that is not billed.")]
    [InlineData("\"end\": 20260401", "contracts[0].end: is a number; a text is needed: write \"20260401\" in quotes.")]
    [InlineData("\"payment_days\": \"soon\"", "contracts[0].payment_days: 'soon' is not a whole number from 0 to 3660.")]
    [InlineData("\"payment_days\": true", "contracts[0].payment_days: is true; a number is needed.")]
    [InlineData("\"prices_include_tax\": \"true\"", "contracts[0].prices_include_tax: is a text; true or false is needed.")]
    [InlineData("\"paymentDays\": 14", "contracts[0].paymentDays: there is no such property. Did you mean 'payment_days'?")]
    [InlineData("\"customer\": \"K-2\"", "contracts[0].customer: is there twice.")]
    [InlineData("\"plan\": \"\\ud800\"", "contracts[0].plan: has an escape that is no character of Unicode.")]
    [InlineData("\"term\": 12", "contracts[0].term: is a number; an object { ... } is needed.")]
    [InlineData("\"term\": {\"renewal_months\": 12}", "contracts[0].term.months: is missing; a contract that renews has a first term, such as 12 months.")]
    [InlineData("\"term\": {\"months\": 0}", "contracts[0].term.months: '0' is not a whole number from 1 to 1200.")]
    [InlineData("\"term\": {\"months\": 12, \"early_termination\": {\"kind\": \"declining\"}}", "contracts[0].term.early_termination.percent_by_year: is missing; write for example [75, 50, 25].")]
    [InlineData("\"term\": {\"months\": 12, \"early_termination\": {\"kind\": \"declining\", \"percent_by_year\": [75, 120]}}", "contracts[0].term.early_termination.percent_by_year[1]: 120 is too large; a share is at most 100.")]
    [InlineData("\"uplift\": {\"kind\": \"schedule\", \"steps\": [{\"day\": \"2028-01-01\", \"percent\": 3}, {\"day\": \"2027-01-01\", \"percent\": 3}]}", "contracts[0].uplift.steps[1].day: 2027-01-01 is not after the step before it, 2028-01-01.")]
    [InlineData("\"uplift\": {\"kind\": \"index\", \"floor\": 5, \"cap\": 2}", "contracts[0].uplift.floor: 5 is above the cap, 2.")]
    [InlineData("\"discounts\": [{\"name\": \"Both\", \"percent\": 5, \"amount\": 10}]", "contracts[0].discounts[0]: a discount is a percent or an amount: write exactly one of the two.")]
    [InlineData("\"discounts\": [{\"discount\": 1, \"percent\": 5}, {\"discount\": 1, \"percent\": 6}]", "contracts[0].discounts[1].discount: number 1 is taken by another discount of the contract.")]
    [InlineData("\"discounts\": {\"percent\": 5}", "contracts[0].discounts: is an object; a list [ ... ] is needed.")]
    [InlineData("\"recorded_at\": \"2026-03-01 09:30\"", "contracts[0].recorded_at: '2026-03-01 09:30' is not an instant; write it with its offset, such as 2026-03-01T09:30:00Z.")]
    public void A_contract_is_refused(string head, params string[] expected) => AssertRefused(Imports.ContractJson(head), expected);

    [Theory]
    [InlineData("\"quantity\": 46", "contracts[0].lines[0].quantity: is there twice.")]
    [InlineData("\"committed\": -3", "contracts[0].lines[0].committed: -3 is negative; a quantity is zero or more.")]
    [InlineData("\"committed\": 1e3", "contracts[0].lines[0].committed: '1e3' has an exponent; write all digits.")]
    [InlineData("\"committed\": \"1,000\"", "contracts[0].lines[0].committed: '1,000' has a comma; write 1000 if it parts thousands, or 1.000 if it parts decimals.")]
    [InlineData("\"line_end\": \"2026-02-01\"", "contracts[0].lines[0].line_end: 2026-02-01 is before the line's first day, 2026-03-01.")]
    [InlineData("\"price\": 38.5", "contracts[0].lines[0].price: there is no such property.")]
    public void A_line_is_refused(string line, params string[] expected) => AssertRefused(Imports.ContractJson(line: line), expected);

    [Theory]
    [InlineData("\"model\": \"gradual\", \"price\": 1", "contracts[0].lines[0].pricing.model: 'gradual' is not a pricing model. Did you mean 'graduated'? Known: flat, per-unit, graduated, volume, package, percent-of, cost-plus.")]
    [InlineData("\"price\": 1", "contracts[0].lines[0].pricing.model: is missing; write for example per-unit.")]
    [InlineData("\"model\": \"package\", \"price\": 1", "contracts[0].lines[0].pricing.block_size: is missing; write for example 10.")]
    [InlineData("\"model\": \"volume\", \"steps\": []", "contracts[0].lines[0].pricing.steps: has no step; the last one is open.")]
    [InlineData("\"model\": \"volume\", \"steps\": [{\"up_to\": 10, \"price\": 5}, {\"up_to\": 20, \"price\": 4}]", "contracts[0].lines[0].pricing.steps: the last step ends at 20; it must be open (* in CSV, no up_to in JSON), or more units have no price.")]
    [InlineData("\"model\": \"volume\", \"steps\": [{\"up_to\": 10}, {\"price\": 4}]", "contracts[0].lines[0].pricing.steps[0].price: is missing; write for example 38.50.")]
    [InlineData("\"model\": \"per-unit\", \"price\": 1, \"increment\": {\"per\": 15}", "contracts[0].lines[0].pricing.increment.bills: is missing; write for example 0.25.")]
    public void A_price_is_refused(string pricing, params string[] expected) => AssertRefused(Imports.ContractJson(pricing: pricing), expected);

    [Theory]
    [InlineData("{\"kind\": \"quantity\", \"day\": \"2026-04-01\", \"reason\": \"x\", \"line\": 7, \"quantity\": 3}", "contracts[0].amendments[0]: Contract C-1, 2026-04-01: there is no line number 7. Lines: 1.")]
    [InlineData("{\"kind\": \"quantity\", \"day\": \"2026-04-01\", \"line\": 1, \"quantity\": 3}", "contracts[0].amendments[0].reason: is missing; write for example Three people joined.")]
    [InlineData("{\"kind\": \"move\", \"day\": \"2026-04-01\", \"reason\": \"x\", \"move\": \"resume\"}", "contracts[0].amendments[0]: A contract that is Active on 2026-04-01 cannot Resume. It can: Suspend, GiveNotice, Renew, Terminate.")]
    [InlineData("{\"kind\": \"add-line\", \"day\": \"2026-04-01\", \"reason\": \"x\"}", "contracts[0].amendments[0].added: holds one line.")]
    [InlineData("{\"kind\": \"seats\", \"day\": \"2026-04-01\", \"reason\": \"x\", \"line\": 1, \"seats\": 5, \"locked_until\": \"2027-04-01\"}", "contracts[0].amendments[0].bought_at: is missing; write for example 2026-03-04T10:15:00Z.")]
    public void An_amendment_is_refused(string amendment, params string[] expected) =>
        AssertRefused(Imports.ContractJson($"\"amendments\": [{amendment}]"), expected);

    [Theory]
    [InlineData("{\"contracts\": [{]}", "line 1: is not JSON at character 17: ']' is an invalid start of a property name. Expected a '\"'. Nothing after it was read.")]
    [InlineData("{\"contracts\": [\n  {},\n]}", "contracts[0].contract: is missing; write for example C-1001.", "contracts[0].customer: is missing; write for example K-1001.", "contracts[0].currency: is missing; write for example USD.", "contracts[0].start: is missing; write for example 2026-03-01.", "line 3: is not JSON at character 1: The JSON array contains a trailing comma at the end which is not supported in this mode. Change the reader options. Nothing after it was read.")]
    [InlineData("{\"contracts\": [", "line 1: is not JSON at character 16: Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed. Nothing after it was read.")]
    [InlineData("[] []", "line 1: is not JSON at character 4: '[' is invalid after a single JSON value. Expected end of data. Nothing after it was read.")]
    [InlineData("42", "the file holds a single value; a list [ ... ] or an object with the list 'contracts' is needed.")]
    [InlineData("[42]", "contracts[0]: is a number; an object { ... } is needed.")]
    [InlineData("{\"contract\": []}", "contract: there is no such property. Did you mean 'contracts'?")]
    public void A_file_is_refused(string json, params string[] expected) => AssertRefused(json, expected);

    [Fact]
    public void A_list_without_its_object_is_taken()
    {
        var wrapped = Imports.ContractJson();
        var bare = wrapped["{\"contracts\": ".Length..wrapped.LastIndexOf('}')];

        Assert.Empty(Imports.Contracts("contracts.json", bare).Problems);
    }

    [Fact]
    public void A_customer_that_is_not_known_and_a_number_that_is_are_refused()
    {
        var known = new KnownRecords { HasCustomer = number => number == "K-9", HasContract = number => number == "C-1" };

        Assert.Equal(
            ["contracts[0].contract: a contract 'C-1' is stored already.", "contracts[0].customer: there is no customer 'K-1'; import it first."],
            Imports.Contracts("contracts.json", Imports.ContractJson(), known).Problems);
    }

    [Fact]
    public void A_site_that_the_customer_does_not_have_is_refused()
    {
        var known = new KnownRecords { HasCustomer = _ => true, HasSite = (_, site) => site == "HQ" };

        Assert.Equal(
            ["contracts[0].lines[0].site: customer 'K-1' has no site 'HK'."],
            Imports.Contracts("contracts.json", Imports.ContractJson(line: "\"site\": \"HK\""), known).Problems);
    }

    private static void AssertRefused(string json, string[] expected)
    {
        var (contracts, problems) = Imports.Contracts("contracts.json", json);

        Assert.Equal(expected, problems);
        Assert.Empty(contracts);
    }
}
