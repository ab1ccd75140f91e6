namespace Msp.Billing.Documents.Banking;

/// <summary>Everything that is wrong with a file: the first thousand problems in full, the rest as a number.</summary>
internal sealed class BankFileProblems
{
    private const int Limit = 1_000;
    private const int Enough = 100_000;

    private readonly List<BankFileProblem> _listed = [];

    internal IReadOnlyList<BankFileProblem> Listed => _listed;

    internal int Count { get; private set; }

    /// <summary>Whether reading on is of no use.</summary>
    internal bool TooMany => Count >= Enough;

    internal void Add(BankFileFault fault, int? line, string? field, string? value, string message)
    {
        Count++;
        if (_listed.Count < Limit)
        {
            _listed.Add(new BankFileProblem(fault, line, field, value, message));
        }
    }
}
