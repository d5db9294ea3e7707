namespace Avance.App.Budget.Imports;

/// <summary>Some documents of a file with the rows that they were read from.</summary>
internal sealed class ImportBatch
{
    /// <summary>The rows.</summary>
    public RowKeeper Rows { get; } = new();

    /// <summary>The documents, in the order of the file.</summary>
    public List<Draft> Drafts { get; } = [];
}

/// <summary>What some rows of a file ask for, together: a document, or a row of the plan. It is taken in whole or given back whole.</summary>
/// <param name="id">What tells it from others: the document's number.</param>
/// <param name="firstRow">Its first row in the batch.</param>
internal sealed class Draft(string id, int firstRow)
{
    private const int MostProblems = 10_000;

    public string Id => id;

    public int FirstRow => firstRow;

    public int RowCount { get; set; }

    /// <summary>What is to be recorded; null while its rows are being read.</summary>
    public object? Content { get; set; }

    /// <summary>The row from which each entry of the document came; null when there is one entry a row.</summary>
    public int[]? EntryRows { get; set; }

    /// <summary>What is wrong, by row from <see cref="FirstRow"/>; null when nothing is.</summary>
    public List<(int Row, RowProblem Problem)>? Problems { get; private set; }

    /// <summary>What is odd and may stay; null when nothing is.</summary>
    public List<(int Row, RowProblem Problem)>? Warnings { get; private set; }

    public bool IsSound => Problems is null;

    /// <summary>Adds what is wrong. A document of a hundred thousand rows in the wrong style has a million problems: most are left untold.</summary>
    public void Add(int row, RowProblem problem)
    {
        if ((Problems ??= []).Count < MostProblems)
        {
            Problems.Add((row, problem));
        }
    }

    public void Warn(int row, RowProblem problem) => (Warnings ??= []).Add((row, problem));
}

/// <summary>What became of a draft when it came to its turn.</summary>
internal enum DraftOutcome
{
    /// <summary>It was recorded.</summary>
    Posted,

    /// <summary>It was on record already.</summary>
    AlreadyPosted,

    /// <summary>It was refused, for problems that the draft now holds.</summary>
    Refused,
}
