namespace Avance.App.Budget.Imports;

/// <summary>
/// What a kind of table does with its rows. Rows are read on one thread, where only what was looked up before may be used,
/// and recorded on another, which has the transaction.
/// </summary>
internal abstract class ImportHandler
{
    /// <summary>What the rows add up to, as understood.</summary>
    public ImportTotals Totals { get; } = new();

    /// <summary>Whether a row goes on with the document under way; rows of a document stand together. Reading thread.</summary>
    public abstract bool Continues(RowReader row, Draft draft);

    /// <summary>The number of the document that begins with a row. Reading thread.</summary>
    public abstract string NumberOf(RowReader row);

    /// <summary>Takes a row into its document. Reading thread.</summary>
    /// <param name="row">The row; what is wrong with it is left there.</param>
    /// <param name="draft">The document.</param>
    /// <param name="isFirst">Whether the document begins here.</param>
    public abstract void Read(RowReader row, Draft draft, bool isFirst);

    /// <summary>Ends a document: all its rows are there. Reading thread.</summary>
    public abstract void End(Draft draft);

    /// <summary>Records the sound documents of a batch. Posting thread.</summary>
    /// <returns>What became of each.</returns>
    public abstract IReadOnlyList<DraftOutcome> Post(IReadOnlyList<Draft> sound);

    /// <summary>Ends the import: all batches were recorded. Posting thread.</summary>
    public virtual void Finish()
    {
    }
}
