using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Avance.App.Tables;

namespace Avance.App.Budget.Imports;

/// <summary>
/// Reads rows into documents on a thread of its own, a few batches ahead of the thread that records them; so a file of any
/// size takes the memory of a few batches.
/// </summary>
internal sealed class ImportPipeline(MappedTable table, ImportHandler handler, int previewRows, CancellationToken cancellation)
{
    private const int DraftsInBatch = 2_000;
    private const int RowsInBatch = 8_000;

    /// <summary>Rows of long texts come in smaller batches.</summary>
    private const int CharactersInBatch = 4 << 20;

    private const int BatchesAhead = 3;

    /// <summary>A document of more rows is a column read as the number; it would have to be held in memory whole.</summary>
    private const int MostRowsOfDocument = 100_000;

    private readonly ImportForm _form = ImportForms.Of(table.Mapping.Kind);

    /// <summary>Rows read so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Documents read so far.</summary>
    public long Documents { get; private set; }

    /// <summary>The first rows, as they were understood.</summary>
    public List<PreviewRow> Preview { get; } = [];

    /// <summary>Reads all, and gives each batch to <paramref name="record"/> on the calling thread.</summary>
    public void Run(Action<ImportBatch> record)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var batches = new BlockingCollection<ImportBatch>(BatchesAhead);
        ExceptionDispatchInfo? failure = null;
        var reading = new Thread(() =>
        {
            try
            {
                Read(batches, stop.Token);
            }
            catch (Exception e) when (Keep(e))
            {
            }
            finally
            {
                batches.CompleteAdding();
            }

            // Whatever it is, the thread that records throws it; this one may not end the program.
            bool Keep(Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
                return true;
            }
        })
        {
            IsBackground = true,
            Name = "import",
        };
        reading.Start();
        try
        {
            foreach (var batch in batches.GetConsumingEnumerable(cancellation))
            {
                record(batch);
            }
        }
        finally
        {
            stop.Cancel();
            reading.Join();
        }

        failure?.Throw();
        cancellation.ThrowIfCancellationRequested();
    }

    private void Read(BlockingCollection<ImportBatch> batches, CancellationToken stop)
    {
        var row = new RowReader(table, _form);
        var batch = new ImportBatch();
        Draft? draft = null;
        while (table.Read())
        {
            row.Clear();
            if (draft is null || !handler.Continues(row, draft))
            {
                if (draft is not null)
                {
                    End(draft, batch);
                }

                if (batch.Drafts.Count >= DraftsInBatch || batch.Rows.Count >= RowsInBatch || batch.Rows.Characters >= CharactersInBatch)
                {
                    batches.Add(batch, stop);
                    batch = new();
                }

                draft = new(handler.NumberOf(row), batch.Rows.Count);
                Take(row, draft, batch, isFirst: true);
            }
            else
            {
                Take(row, draft, batch, isFirst: false);
            }
        }

        if (draft is not null)
        {
            End(draft, batch);
            batches.Add(batch, stop);
        }
    }

    private void Take(RowReader row, Draft draft, ImportBatch batch, bool isFirst)
    {
        if (draft.RowCount == MostRowsOfDocument)
        {
            throw new TableException(TableProblems.DocumentTooLong(table.Row.Line, draft.Id, MostRowsOfDocument));
        }

        if (Preview.Count < previewRows)
        {
            Preview.Add(new(table.Row.Line, [.. _form.Fields.Select((_, i) => RowReader.Excerpt(table[i]))]));
        }

        handler.Read(row, draft, isFirst);
        batch.Rows.Add(table.Row);
        foreach (var problem in row.Problems ?? [])
        {
            draft.Add(draft.RowCount, problem);
        }

        draft.RowCount++;
        Rows++;
    }

    private void End(Draft draft, ImportBatch batch)
    {
        handler.End(draft);
        batch.Drafts.Add(draft);
        Documents++;
    }
}

/// <summary>A row as it was understood.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Fields">What stands for each field of the kind, in their order.</param>
public sealed record PreviewRow(int Line, IReadOnlyList<string> Fields);
