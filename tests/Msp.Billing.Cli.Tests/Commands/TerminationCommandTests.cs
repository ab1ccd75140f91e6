using Msp.Billing.Amounts;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Tests.Commands;

public sealed class TerminationCommandTests : IDisposable
{
    private readonly Shell _shell = WorkedCase.Shell();

    // C-2002: 45 × 150.00 = 6,750.00 a month for three years from March 2026; leaving early costs 40 % of what remains.
    public TerminationCommandTests() => WorkedCase.Add(_shell, new Contract(
        "C-2002", "K-1",
        new ContractTerms(Currency.Eur, new DateOnly(2026, 3, 1), new ContractLine(1, WorkedCase.ManagedUser, 45))
        {
            Term = new Term(36, null, 30) { EarlyTermination = new EarlyTermination.RemainingShare(new Percentage(40m)) },
        },
        new DateTimeOffset(2026, 2, 20, 9, 0, 0, TimeSpan.Zero), ContractStatus.Scheduled));

    public void Dispose() => _shell.Dispose();

    // From 1 September 2028 six months are left: 40,500.00; 40 % of it
    [Fact]
    public void It_shows_the_fee_with_its_arithmetic() => Assert.Equal(
        """
        leaving on 09/01/2028: fee before tax 16,200.00 EUR
          with notice on 08/01/2028 the contract ends on 03/01/2029, 6 whole months later
          09/01/2028–02/28/2029: the recurring lines would still bill 40,500.00 EUR
            Managed user, 09/01/2028–02/28/2029: 40,500.00 EUR
          40 % of 40,500.00 EUR = 16,200.00 EUR

        """.ReplaceLineEndings(),
        _shell.Do("contract", "termination", "C-2002", "--on", "2028-09-01", "--notice-given", "2028-08-01"));

    [Fact]
    public void For_programs_it_gives_the_fee_and_the_lines()
    {
        var cost = _shell.Json("contract", "termination", "C-2002", "--on", "2028-09-01");

        Assert.Equal(("C-2002", "2029-03-01", 16_200m), (
            cost.GetProperty("contract").GetString(), cost.GetProperty("regularEnd").GetString(), cost.GetProperty("fee").GetDecimal()));
        var line = Assert.Single(cost.GetProperty("lines").EnumerateArray().ToList());
        Assert.Equal((1, "managed-user", 40_500m), (line.GetProperty("id").GetInt32(), line.GetProperty("charge").GetString(), line.GetProperty("amount").GetDecimal()));
    }

    // An evergreen contract with 30 days' notice: given on 1 April, it ends on 2 May. Nothing is due.
    [Fact]
    public void Nothing_is_due_where_no_fee_is_agreed() =>
        Assert.Equal(0m, _shell.Json("contract", "termination", "C-1001", "--on", "2026-04-10", "--notice-given", "2026-04-01").GetProperty("fee").GetDecimal());

    [Fact]
    public void A_day_on_which_the_contract_does_not_run_is_refused() => Assert.Contains(
        "only one that is running can be terminated", _shell.Refused(1, "contract", "termination", "C-2002", "--on", "2029-03-01"), StringComparison.Ordinal);
}
