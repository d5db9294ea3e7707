using Avance.App.Budget;
using Avance.App.Storage;
using Avance.Capture;

namespace Avance.App.Capture;

/// <summary>What became of what was typed.</summary>
/// <param name="Edits">The sheet's count of edits afterwards.</param>
/// <param name="Cells">Each place that was sent and says something new, in the order in which they were sent.</param>
public sealed record SaveOutcome(long Edits, IReadOnlyList<CellOutcome> Cells)
{
    /// <summary>Whether somebody else wrote in one of the places meanwhile.</summary>
    public bool HasConflict => Cells.Any(static c => c.IsConflict);
}

/// <summary>
/// Keeps what units type into their sheets, place by place. Nothing is ever overwritten: each time is a revision of its own, and who
/// wrote without having seen the last one is shown it instead. Sending the same thing twice keeps it once.
/// </summary>
public sealed class CaptureSheets(Database database, TimeProvider clock)
{
    /// <summary>Keeps what was typed; what is in conflict is not kept, all the rest is.</summary>
    /// <param name="entityCode">The office.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="edits">What was typed, and which revision was seen there.</param>
    /// <param name="actor">Who types.</param>
    /// <param name="strict">
    /// Whether all that is sent was typed: then it is in conflict with whatever another wrote there. A whole form also sends what its
    /// person left alone.
    /// </param>
    /// <exception cref="RuleViolationException">
    /// <c>capture.missing</c>: no such sheet. <c>AVP-052</c>: the period is closed. <c>capture.early</c>: capture has not begun.
    /// <c>capture.state</c>: the sheet is not being captured. <c>capture.cell</c>: no such place in it. <c>capture.text</c>: too long, or
    /// not to be stored.
    /// </exception>
    public SaveOutcome Save(string entityCode, FiscalPeriod period, string unit, IReadOnlyList<CellEdit> edits, string actor, bool strict = false)
    {
        ArgumentNullException.ThrowIfNull(edits);
        return database.Write(session =>
        {
            var key = new SheetKey(Entities.Required(session, entityCode), period, unit);
            var sheet = Take(session, key, entityCode);
            CheckPlaces(CellRows.Subjects(session, key), edits);
            CheckAnswers(session, key, edits);
            var now = StoredMoment.Now(clock);
            var subjects = edits.Select(static e => e.Address.Subject).Distinct().ToList();
            var current = subjects.Count == 1 ? CellRows.Current(session, key, subjects[0]) : CellRows.Current(session, key);
            var outcomes = new List<CellOutcome>();
            var isNew = false;
            foreach (var edit in edits)
            {
                if (Keep(session, key, current, edit with { Value = Trimmed(edit.Value) }, actor, strict, now, ref isNew) is { } outcome)
                {
                    outcomes.Add(outcome);
                }
            }

            if (isNew)
            {
                CaptureRows.Edited(session, key);
            }

            return new SaveOutcome(sheet.Edits + (isNew ? 1 : 0), outcomes);
        });
    }

    /// <summary>A sheet that may be written in, locked until the transaction ends.</summary>
    internal CaptureSheet Take(Session session, SheetKey key, string entityCode)
    {
        var period = CaptureRows.Find(session, key.Entity, key.Period) ?? throw CaptureRefusals.NotOpened(entityCode, key.Period);
        if (!period.IsOpen)
        {
            throw CaptureRefusals.Closed(key.Period);
        }

        CaptureRows.Lock(session, key);
        var sheet = CaptureRows.Find(session, key) ?? throw CaptureRefusals.NoSheet(key.Period, key.Unit);
        return !sheet.State.IsWritable() ? throw CaptureRefusals.NotWritable(sheet)
            : DateOnly.FromDateTime(clock.GetLocalNow().DateTime) < period.OpensOn ? throw CaptureRefusals.NotYet(period)
            : sheet;
    }

    /// <summary>Keeps one place.</summary>
    /// <returns>What became of it; null when it says nothing new.</returns>
    private static CellOutcome? Keep(Session session, SheetKey key, Dictionary<CellAddress, CaptureCell> current, CellEdit edit, string actor, bool strict, DateTimeOffset now, ref bool isNew)
    {
        var standing = current.GetValueOrDefault(edit.Address);
        if ((standing?.Value ?? "") == edit.Value)
        {
            // The same is there already: sent twice, or by two people who agree.
            return standing is null ? null : new(edit.Address, false, standing);
        }

        if ((standing?.Revision ?? 0) != edit.Base)
        {
            // A form sends every place, also those that its person left as they were while somebody else wrote there.
            var isLeftAlone = !strict && edit.Value == (edit.Base == 0 ? "" : CellRows.Value(session, key, edit.Address, edit.Base));
            return isLeftAlone ? new(edit.Address, false, standing) : new(edit.Address, true, standing);
        }

        var cell = new CaptureCell(edit.Address, edit.Value, edit.Base + 1, actor, now);
        CellRows.Insert(session, key, cell);
        current[edit.Address] = cell;
        isNew = true;
        return new(edit.Address, false, cell);
    }

    private static void CheckPlaces(Dictionary<Guid, SubjectKind> subjects, IReadOnlyList<CellEdit> edits)
    {
        foreach (var (address, value, _) in edits)
        {
            var most = subjects.TryGetValue(address.Subject, out var kind) ? CaptureField.MaxLength(address.Field, kind) : 0;
            if (most == 0)
            {
                throw CaptureRefusals.UnknownCell(address);
            }

            var text = Trimmed(value);
            if (text.Length > most)
            {
                throw CaptureRefusals.TooLong(address, text.Length, most);
            }

            if (!AmendmentLimits.IsStorable(text))
            {
                throw CaptureRefusals.BadText(CaptureField.Name(address.Field));
            }
        }
    }

    /// <summary>Answers belong to remarks that were made, about what they were made about.</summary>
    private static void CheckAnswers(Session session, SheetKey key, IReadOnlyList<CellEdit> edits)
    {
        var answers = edits.Where(static e => CaptureField.Split(e.Address.Field).Name == CaptureField.Answer).ToList();
        var remarks = answers.Count == 0 ? [] : CaptureRows.Remarks(session, key);
        foreach (var answer in answers)
        {
            if (!remarks.Any(r => r.AnsweredAt == answer.Address))
            {
                throw CaptureRefusals.UnknownCell(answer.Address);
            }
        }
    }

    private static string Trimmed(string value) => value.ReplaceLineEndings("\n").Trim();
}
