namespace Msp.Billing.Cli.Parsing;

/// <summary>Everything that is wrong with a file: the first thousand problems in full, the rest as a number.</summary>
internal sealed class ImportProblems
{
    /// <summary>How many are kept; a file with more has one systematic fault, and a longer list would not show it better.</summary>
    public const int Limit = 1_000;

    private const int Enough = 100_000;

    private readonly List<ImportProblem> _listed = [];

    /// <summary>The first problems, in the order in which they were found.</summary>
    public IReadOnlyList<ImportProblem> Listed => _listed;

    /// <summary>How many there are, listed or not.</summary>
    public int Count { get; private set; }

    /// <summary>How many are not listed.</summary>
    public int More => Count - _listed.Count;

    /// <summary>Whether the file can be taken.</summary>
    public bool None => Count == 0;

    /// <summary>Whether reading on is of no use: then <see cref="More"/> is a least number.</summary>
    public bool TooMany => Count >= Enough;

    /// <summary>Whether a further problem would only be counted, so that its message need not be made.</summary>
    public bool Full => _listed.Count >= Limit;

    /// <summary>Adds a problem.</summary>
    public void Add(int? line, string? field, string message)
    {
        Count++;
        if (!Full)
        {
            _listed.Add(new ImportProblem(line, field, message));
        }
    }

    /// <summary>Adds a problem of the whole file.</summary>
    public void Add(string message) => Add(null, null, message);
}
