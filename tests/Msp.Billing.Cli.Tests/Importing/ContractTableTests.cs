namespace Msp.Billing.Cli.Tests.Importing;

/// <summary>What is refused in a table of contracts, in the words that the user reads.</summary>
public sealed class ContractTableTests
{
    private const string Columns = "quantity,unit,price";
    private const string Good = "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,45,user,38.50";

    [Theory]
    [InlineData(
        "C-1,K-1,USX,2026-03-01,1,user,Users,per-unit,45,user,38.50",
        "line 2, currency: 'USX' is not a currency of ISO 4217; write its three capital letters, such as USD.")]
    [InlineData(
        "C-1,K-1,usd,2026-03-01,1,user,Users,per-unit,45,user,38.50",
        "line 2, currency: 'usd' is not a currency code; write it in capital letters: USD.")]
    [InlineData(
        "C-1,K-1,,2026-03-01,1,user,Users,per-unit,45,user,38.50",
        "line 2, currency: is missing; write for example USD.")]
    [InlineData(
        "C-1,K-1,USD,03/01/2026,1,user,Users,per-unit,45,user,38.50",
        "line 2, start: '03/01/2026' is not a day; write year-month-day, such as 2026-03-01.")]
    [InlineData(
        "C-1,K-1,USD,2026-02-30,1,user,Users,per-unit,45,user,38.50",
        "line 2, start: '2026-02-30' is not a day: February 2026 has 28 days.")]
    [InlineData(
        "C-1,K-1,USD,2026-13-01,1,user,Users,per-unit,45,user,38.50",
        "line 2, start: '2026-13-01' is not a day: months are 01 to 12.")]
    [InlineData(
        "C-1,K-1,USD,0226-03-01,1,user,Users,per-unit,45,user,38.50",
        "line 2, start: '0226-03-01' is outside the years 1900 to 2999.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,-3,user,38.50",
        "line 2, quantity: -3 is negative; a quantity is zero or more.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,2.5,user,38.50",
        "line 2, quantity: 2.5 is not whole; users are counted in whole numbers.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,,user,38.50",
        "line 2, quantity: is missing; write for example 45.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,45,users,38.50",
        "line 2, unit: 'users' is not a unit. Did you mean 'user'? Known: flat, user, site, device, workstation, server, switch, firewall, access-point, printer, mobile, other-device, licence, mailbox, piece, gb, tb, minute, hour, amount.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,45,user,-38.50",
        "line 2, price: -38.50 is negative; a price is zero or more.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,45,user,\"38,50\"",
        "line 2, price: '38,50' has a decimal comma; write 38.50.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,45,user,\"1,038.50\"",
        "line 2, price: '1,038.50' has separators between thousands; write 1038.50.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,45,user,\"1.038,50\"",
        "line 2, price: '1.038,50' has a decimal comma; write 1038.50.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,45,user,\"1,038\"",
        "line 2, price: '1,038' has a comma; write 1038 if it parts thousands, or 1.038 if it parts decimals.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,45,user,1 038.50",
        "line 2, price: '1 038.50' has separators between thousands; write 1038.50.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,45,user,1'038.50",
        "line 2, price: '1'038.50' has separators between thousands; write 1038.50.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,45,user,$38.50",
        "line 2, price: '$38.50' is not a number; write digits with a point before the decimals, such as 1234.50.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,45,user,3.85E1",
        "line 2, price: '3.85E1' has an exponent; write all digits.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,45,user,38.5000001",
        "line 2, price: 38.5000001 has too many decimals; a price has at most 6.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,45,user,79228162514264337593543950335",
        "line 2, price: 79228162514264337593543950335 is too large; a price is at most 9,223,372,036,854.775807.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,10000000000000000000000000000000000000000000000000000,user,38.50",
        "line 2, quantity: 1000000000000000000000000000000000000... is too large; a quantity is at most 1,000,000,000,000.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,1000000000000,user,9223372036854.775807",
        "line 2, quantity: 1000000000000 users at 9223372036854.775807 USD per unit are more than an amount can hold; check quantity and price.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,perunit,45,user,38.50",
        "line 2, model: 'perunit' is not a pricing model. Did you mean 'per-unit'? Known: flat, per-unit, graduated, volume, package, percent-of, cost-plus.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,45,user,",
        "line 2, price: is missing; write for example 38.50.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,graduated,45,user,38.50",
        "line 2, price: a graduated price has its prices in the steps; leave this empty.",
        "line 2, steps: is missing; write for example 25:38.50;100:34.25;*:29.995.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,0,user,Users,per-unit,45,user,38.50",
        "line 2, line: '0' is not a whole number from 1 to 2147483647.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,,Users,per-unit,45,user,38.50",
        "line 2, charge: is missing; write for example managed-user.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Us\u0007ers,per-unit,45,user,38.50",
        "line 2, name: has a control character (U+0007); remove it.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,45,user",
        "line 2: has 10 fields, the header has 11; quote a text that has commas in it.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,Users, managed,per-unit,45,user,38.50",
        "line 2: has 12 fields, the header has 11; quote a text that has commas in it.")]
    [InlineData(
        "C-1,K-1,USD,2026-03-01,1,user,The \"best\" users,per-unit,45,user,38.50",
        "line 2: a quote stands inside a field; put the field in quotes and double the quotes in it.")]
    public void A_row_is_refused(string row, params string[] expected)
    {
        var (contracts, problems) = Imports.Contracts("contracts.csv", Imports.ContractTable(Columns, row));

        Assert.Equal(expected, problems);
        Assert.Empty(contracts);
    }

    [Theory]
    [InlineData("end", "2026-02-01", "line 2, end: 2026-02-01 is before the start, 2026-03-01; the end is the first day that is not billed.")]
    [InlineData("line_end", "2026-02-01", "line 2, line_end: 2026-02-01 is before the line's first day, 2026-03-01.")]
    [InlineData("cadence", "monthly", "line 2, cadence: 'monthly' is not a cadence; write how many months, weeks or days, such as 1M, 3M, 12M, 2W or 10D.")]
    [InlineData("basis", "reported", "line 2, timing: a quantity by basis reported is known only when the period is over; write arrears.")]
    [InlineData("day_count", "act/365", "line 2, day_count: 'act/365' is not a day count. Known: actual-actual, actual-30, actual-365, 30-360, whole-period, next-whole-period.")]
    [InlineData("tax_category", "Standard", "line 2, tax_category: 'Standard' is not a tax category. Did you mean 'standard'? Known: standard, reduced, zero, exempt, reverse-charge, outside-scope, sales-tax.")]
    [InlineData("billing_day", "32", "line 2, billing_day: '32' is not a whole number from 1 to 31.")]
    [InlineData("billing_month", "4", "line 2, billing_day: is missing; a billing month needs a billing day, such as 1.")]
    [InlineData("renewal_months", "12", "line 2, term_months: is missing; a contract that renews has a first term, such as 12 months.")]
    [InlineData("status", "active", "line 2, status: 'active' is not a status in which a contract begins. Known: scheduled, draft.")]
    [InlineData("discount_percent", "110", "line 2, discount_percent: 110 is too large; a discount is at most 100.")]
    [InlineData("discount_amount", "0.005", "line 2, discount_amount: 0.005 has too many decimals; an amount has at most 2.")]
    [InlineData("increment", "15", "line 2, increment: '15' is not an increment; write reported:billed, such as 15:0.25 for quarter hours begun.")]
    [InlineData("increment", "0:0.25", "line 2, increment: 0 is too small; a size is at least 0.000001.")]
    [InlineData("steps", "*:1", "line 2, steps: a per-unit price has no steps; write graduated or volume as the model, or leave this empty.")]
    [InlineData("block_size", "10", "line 2, block_size: a per-unit price has no blocks; write package as the model, or leave this empty.")]
    [InlineData("never_uplifted", "yes", "line 2, never_uplifted: 'yes' is not true or false. Known: true, false.")]
    [InlineData("uplift_percent", "-100.5", "line 2, uplift_percent: -100.5 is too small; a change of prices is at least -100.")]
    public void A_field_is_refused(string column, string value, string expected)
    {
        var (contracts, problems) = Imports.Contracts("contracts.csv", Imports.ContractTable(Columns + "," + column, $"{Good},{value}"));

        Assert.Equal([expected], problems);
        Assert.Empty(contracts);
    }

    [Theory]
    [InlineData("25:38.50;100:34.25", "the last step ends at 100; it must be open (* in CSV, no up_to in JSON), or more units have no price.")]
    [InlineData("25:38.50;25:34.25;*:30", "step 2 ends at 25; it must end above 25.")]
    [InlineData("*:38.50;25:34.25;*:30", "step 1 is open, but others follow; only the last may be.")]
    [InlineData("25;*:30", "step 1, '25': write up_to:price or up_to:price+fee, and * as the bound of the last step.")]
    [InlineData("25:38,50;*:30", "step 1, '25:38,50': '38,50' has a decimal comma; write 38.50.")]
    [InlineData("25:38.50+-1;*:30", "step 1, '25:38.50+-1': -1 is negative; a price is zero or more.")]
    public void Steps_are_refused(string steps, string expected)
    {
        var (_, problems) = Imports.Contracts(
            "contracts.csv", Imports.ContractTable("quantity,unit,steps", $"C-1,K-1,USD,2026-03-01,1,user,Users,graduated,45,user,\"{steps}\""));

        Assert.Equal(["line 2, steps: " + expected], problems);
    }

    [Theory]
    [InlineData("curency", "currency", "line 1, curency: there is no such column. Did you mean 'currency'?", "line 1, currency: the column is missing.")]
    [InlineData("Currency", "currency", "line 1, Currency: there is no such column. Did you mean 'currency'?", "line 1, currency: the column is missing.")]
    [InlineData("favourite colour", "quantity", "line 1, favourite colour: there is no such column.")]
    [InlineData("price", "quantity", "line 1, price: the column is there twice.")]
    [InlineData("", "quantity", "line 1: column 9 has no name.")]
    public void A_header_is_refused(string written, string instead, params string[] expected)
    {
        var table = Imports.ContractTable(Columns, Good);

        var (contracts, problems) = Imports.Contracts("contracts.csv", table.Replace(instead, written, StringComparison.Ordinal));

        Assert.Equal(expected, problems);
        Assert.Empty(contracts);
    }

    [Fact]
    public void Semicolons_are_refused_once()
    {
        var table = Imports.ContractTable(Columns, Good).Replace(',', ';');

        Assert.Equal(["line 1: the columns are parted by semicolons; save the file with commas."], Imports.Contracts("contracts.csv", table).Problems);
    }

    [Fact]
    public void Rows_of_one_contract_must_agree_and_follow_each_other()
    {
        var (contracts, problems) = Imports.Contracts("contracts.csv", Imports.ContractTable(
            Columns,
            "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,45,user,38.50",
            "C-1,K-2,EUR,,1,server,Servers,per-unit,2,server,80",
            "C-2,K-2,USD,2026-03-01,1,user,Users,per-unit,5,user,38.50",
            "C-1,K-1,USD,2026-03-01,3,site,Sites,per-unit,1,site,120"));

        Assert.Equal(
            [
                "line 3, customer: 'K-2' differs from 'K-1' in line 2, the contract's first; a contract has one.",
                "line 3, currency: 'EUR' differs from 'USD' in line 2, the contract's first; a contract has one.",
                "line 3, line: number 1 is taken by the contract's line of row 2.",
                "line 5, contract: 'C-1' is there already, first in line 2; the rows of one contract follow each other.",
            ],
            problems);
        Assert.Equal("C-2", Assert.Single(contracts).Number);
    }

    [Fact]
    public void Every_row_with_a_problem_is_named_in_one_go()
    {
        var (contracts, problems) = Imports.Contracts("contracts.csv", Imports.ContractTable(
            Columns,
            "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,45,user,38.50",
            "C-2,K-1,USD,2026-3-1,1,user,Users,per-unit,x,user,38.50",
            "",
            "C-3,K-1,USD,2026-03-01,1,user,\"Users, with",
            "a line break\",per-unit,45,user,38.50",
            "C-4,K-1,USD,2026-03-01,1,user,Users,per-unit,-1,user,38.50"));

        Assert.Equal(
            [
                "line 3, start: '2026-3-1' is not a day; write year-month-day, such as 2026-03-01.",
                "line 3, quantity: 'x' is not a number; write digits with a point before the decimals, such as 1234.50.",
                "line 5, name: has a control character (U+000A); remove it.",
                "line 7, quantity: -1 is negative; a quantity is zero or more.",
            ],
            problems);
        Assert.Single(contracts);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("10000000")]
    public void Zero_and_ten_million_units_are_taken(string quantity)
    {
        var (contracts, problems) = Imports.Contracts(
            "contracts.csv", Imports.ContractTable(Columns, $"C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,{quantity},user,38.50"));

        Assert.Empty(problems);
        Assert.Equal(decimal.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture), contracts[0].Terms.Lines[0].Quantity);
    }
}
