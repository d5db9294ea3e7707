namespace Avance.App.Tables;

/// <summary>
/// Reads a table one row after the other, whatever its size, and knows nothing of what its columns mean. Blank rows are
/// left out.
/// </summary>
internal abstract class TableReader : IDisposable
{
    /// <summary>The row on which the reader stands.</summary>
    public TableRow Row { get; } = new();

    /// <summary>Moves to the next row; false at the end.</summary>
    /// <exception cref="TableException">The file goes on in a way that nobody can read.</exception>
    public bool Read()
    {
        while (ReadRow())
        {
            if (!Row.IsBlank)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Moves to the next row, blank or not; false at the end.</summary>
    protected abstract bool ReadRow();

    /// <summary>Gives the file back.</summary>
    protected abstract void Dispose(bool disposing);
}
