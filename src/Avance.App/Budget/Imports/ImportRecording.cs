using Avance.App.Importing;
using Avance.App.Ledger;
using Avance.App.Storage;
using Avance.App.Tables;

namespace Avance.App.Budget.Imports;

/// <summary>One import on its way: the transaction, what is counted, and what is given back.</summary>
internal sealed class ImportRecording(ImportTableCommand command, TableFile file, MappedTable table, TimeProvider clock, DateTimeOffset started, CancellationToken cancellation)
{
    /// <summary>A file of this size brings enough documents for the engine to prepare for many.</summary>
    private const long Large = 4 << 20;

    private readonly ProblemList _problems = [];
    private readonly ProblemList _warnings = [];
    private long _posted, _already, _refused, _warned, _judged;

    /// <summary>Records all that the file says, or nothing.</summary>
    public ImportTableOutcome Execute(Database database)
    {
        using var rejects = new RejectsFile(command.RejectsPath, RejectHeader());
        ImportTableOutcome? outcome = null;
        try
        {
            return database.Write(session =>
            {
                outcome = Record(session, rejects);
                return outcome.State == ImportState.Applied ? outcome : throw new NothingKeptException();
            });
        }
        catch (NothingKeptException)
        {
            return outcome!;
        }
    }

    private ImportTableOutcome Record(Session session, RejectsFile rejects)
    {
        session.LockEntity(command.EntityCode);
        var entity = Entities.Required(session, command.EntityCode);

        // The moment counts from here: while this one waited, others may have posted and reports been issued.
        var now = clock.GetUtcNow();
        using var writer = new LedgerWriter(session, entity, command.Year, command.Actor, now) { EachOnce = true };
        if (file.Length > Large)
        {
            session.WriteMuch();
        }

        var handler = ImportHandlers.For(new(session, command.EntityCode, entity, command.Year, command.Mapping, command.Actor, now, writer), table);
        var pipeline = new ImportPipeline(table, handler, command.PreviewRows, cancellation);
        pipeline.Run(batch =>
        {
            Post(batch, handler, rejects);
            command.Progress?.Invoke(new(pipeline.Rows, _judged, _refused));
        });
        handler.Finish();
        writer.Finish();
        var refused = _refused > 0 && !command.ValidOnly;
        var outcome = new ImportTableOutcome
        {
            State = command.DryRun ? ImportState.Tried : refused || _posted + _already == 0 ? ImportState.Refused : ImportState.Applied,
            Rows = pipeline.Rows,
            Documents = pipeline.Documents,
            Posted = _posted,
            AlreadyPosted = _already,
            Refused = _refused,
            RefusedRows = rejects.Rows,
            WarningCount = _warned,
            Problems = pipeline.Rows == 0 ? [TableProblems.NoRows(table.Header.Line)] : _problems,
            UnlistedProblems = _problems.Unlisted,
            Warnings = _warnings,
            Totals = handler.Totals.Projects,
            Preview = pipeline.Preview,
            Sha256 = file.Sha256,
        };
        if (outcome.State == ImportState.Applied)
        {
            ImportRunRows.Add(session, command, outcome, file.Length, started, clock.GetUtcNow());
        }

        return outcome;
    }

    private void Post(ImportBatch batch, ImportHandler handler, RejectsFile rejects)
    {
        List<Draft> sound = [.. batch.Drafts.Where(static d => d.IsSound)];
        foreach (var outcome in handler.Post(sound))
        {
            _posted += outcome == DraftOutcome.Posted ? 1 : 0;
            _already += outcome == DraftOutcome.AlreadyPosted ? 1 : 0;
        }

        _judged += batch.Drafts.Count;
        foreach (var draft in batch.Drafts)
        {
            if (!draft.IsSound)
            {
                _refused++;
                rejects.Write(batch.Rows, draft);
                Tell(_problems, batch, draft, draft.Problems!);
            }
            else if (draft.Warnings is not null)
            {
                _warned++;
                Tell(_warnings, batch, draft, draft.Warnings);
            }
        }
    }

    private static void Tell(ProblemList told, ImportBatch batch, Draft draft, List<(int Row, RowProblem Problem)> problems)
    {
        foreach (var (row, problem) in problems)
        {
            told.Add(new(problem.Code, new(0, batch.Rows.Line(draft.FirstRow + row)), problem.Column, problem.Excerpt, problem.Explanation, problem.Remedy));
        }
    }

    /// <summary>The file's own header; columns that the mapping names by group keep that name, because one row tells no groups.</summary>
    private List<string> RejectHeader()
    {
        var names = table.Header.Names.ToList();
        if (names.Count > MappedTable.RejectColumns.Count && names[^MappedTable.RejectColumns.Count..].SequenceEqual(MappedTable.RejectColumns))
        {
            names.RemoveRange(names.Count - MappedTable.RejectColumns.Count, MappedTable.RejectColumns.Count);
        }

        foreach (var (name, position) in table.Named)
        {
            if (!name.StartsWith('#') && !FoldedText.Same(names[position], name))
            {
                names[position] = name;
            }
        }

        return names;
    }

    /// <summary>Undoes the transaction of an import that is not to be kept.</summary>
    private sealed class NothingKeptException : IOException;
}
