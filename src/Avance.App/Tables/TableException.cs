namespace Avance.App.Tables;

/// <summary>A file that cannot be read as a table, or not any further; told as one problem of the file.</summary>
internal sealed class TableException(Problem problem) : IOException(problem.Explanation.Spanish)
{
    public Problem Problem { get; } = problem;
}
