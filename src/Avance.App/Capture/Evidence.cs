using Avance.App.Storage;

namespace Avance.App.Capture;

/// <summary>
/// Files that support the figures of a sheet. The content is kept first and the sheet says so after, in one transaction that
/// holds the office's lock: a file that is on record is there, whatever was interrupted.
/// </summary>
/// <param name="database">Where.</param>
/// <param name="store">Where content is kept.</param>
/// <param name="clock">Tells when.</param>
/// <param name="limits">How much is taken.</param>
public sealed class Evidence(Database database, EvidenceStore store, TimeProvider clock, EvidenceLimits limits)
{
    /// <summary>How much is taken.</summary>
    public EvidenceLimits Limits => limits;

    /// <summary>Adds a file to a sheet that is being captured.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="subjectId">The indicator or project whose figures it supports.</param>
    /// <param name="name">Its name, as the sender says it.</param>
    /// <param name="content">Its content, which must allow to be read more than once.</param>
    /// <param name="actor">Who.</param>
    /// <exception cref="RuleViolationException">
    /// <c>report.entity</c>; <c>evidence.subject</c>: the unit has no such indicator or project; <c>evidence.count</c>: it has as
    /// many files as it may; <c>evidence.name</c>, <c>evidence.empty</c>, <c>evidence.size</c>, <c>evidence.type</c>; what
    /// capture says of a sheet that is not being captured; <c>storage.evidence</c>: the store does not answer.
    /// </exception>
    public EvidenceFile Attach(SheetAddress sheet, Guid subjectId, string name, Stream content, string actor)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        var intake = EvidenceIntake.Of(name, content, limits);

        // What would be refused anyway is refused before its content is kept, and then looked at again under the lock.
        var entity = database.Write(session => Ready(session, sheet, subjectId));
        store.Keep(entity, intake.Sha256, content);
        return database.Write(session =>
        {
            session.LockEntity(sheet.Entity);
            _ = Ready(session, sheet, subjectId);
            var number = EvidenceRows.OfSheetOf(session, entity, sheet).Select(static f => f.Number).DefaultIfEmpty().Max() + 1;
            var file = new EvidenceFile(number, subjectId, intake.Name, intake.MediaType, intake.Sha256, intake.Bytes, StoredMoment.Now(clock), actor, null);
            EvidenceRows.Insert(session, entity, sheet, file);
            EvidenceJournal.Added(session, entity, sheet, file);
            Edited(session, entity, sheet);
            return file;
        });
    }

    /// <summary>Removes a file from a sheet that is being captured. Its content, its record and its number stay.</summary>
    /// <exception cref="RuleViolationException">
    /// <c>report.entity</c>; <c>evidence.missing</c>; what capture says of a sheet that is not being captured.
    /// </exception>
    public EvidenceFile Remove(SheetAddress sheet, int number, string actor)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return database.Write(session =>
        {
            session.LockEntity(sheet.Entity);
            var entity = Entities.Required(session, sheet.Entity);
            var file = Kept(session, entity, sheet, number);
            Take(session, entity, sheet);
            if (file.Removal is not null)
            {
                throw Missing(sheet, number);
            }

            var removal = new EvidenceRemoval(StoredMoment.Now(clock), actor);
            EvidenceRows.Remove(session, entity, sheet, number, removal);
            EvidenceJournal.Removed(session, entity, sheet, file, removal);
            Edited(session, entity, sheet);
            return file with { Removal = removal };
        });
    }

    /// <summary>The files of a sheet that count, in order; none when there is no such office.</summary>
    public IReadOnlyList<EvidenceFile> List(SheetAddress sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return database.Read(session => Entities.Find(session, sheet.Entity) is { } entity ? EvidenceRows.OfSheetOf(session, entity, sheet).FindAll(static f => f.Removal is null) : []);
    }

    /// <summary>Opens a file for download; also one that was removed, as versions frozen before had it.</summary>
    /// <exception cref="RuleViolationException">
    /// <c>report.entity</c>; <c>evidence.missing</c>: the sheet has no such file; <c>storage.evidence</c>: its content is gone.
    /// </exception>
    public OpenedEvidence Open(SheetAddress sheet, int number)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var (entity, file) = database.Read(session =>
        {
            var found = Entities.Required(session, sheet.Entity);
            return (found, Kept(session, found, sheet, number));
        });
        return new(file, store.Open(entity, file.Sha256) ?? throw new RuleViolationException("storage.evidence", new(
            $"El contenido de «{file.Name}», del archivo {number} de la hoja {sheet.Text}, no está en su almacén. Avise a quien administra el sistema: «avance journal verify» dice qué falta, y el respaldo lo tiene.",
            $"The content of «{file.Name}», file {number} of the sheet {sheet.Text}, is not in its store. Tell whoever runs the system: «avance journal verify» says what is missing, and the backup has it.")));
    }

    private Guid Ready(Session session, SheetAddress sheet, Guid subjectId)
    {
        var entity = Entities.Required(session, sheet.Entity);
        Take(session, entity, sheet);
        if (!EvidenceRows.IsOfSheet(session, entity, sheet, subjectId))
        {
            throw new RuleViolationException("evidence.subject", new(
                $"La unidad {sheet.Unit} no tiene en {sheet.Year} ese indicador o proyecto. Vuelva a abrir la hoja: el plan pudo cambiar.",
                $"The unit {sheet.Unit} has no such indicator or project in {sheet.Year}. Open the sheet again: the plan may have changed."));
        }

        var files = EvidenceRows.OfSheetOf(session, entity, sheet).Count(f => f.SubjectId == subjectId && f.Removal is null);
        return files < limits.MostFiles ? entity : throw new RuleViolationException("evidence.count", new(
            $"Esta cifra ya tiene {limits.MostFiles} archivos, que son los que caben. Quite alguno, o junte varios en un PDF o un ZIP.",
            $"This figure has {limits.MostFiles} files already, as many as fit. Remove one, or join several in a PDF or a ZIP."));
    }

    private static EvidenceFile Kept(Session session, Guid entity, SheetAddress sheet, int number) => EvidenceRows.Find(session, entity, sheet, number) ?? throw Missing(sheet, number);

    private static RuleViolationException Missing(SheetAddress sheet, int number) => new("evidence.missing", new(
        $"La hoja {sheet.Text} no tiene el archivo {number}, o ya se quitó. Vuelva a abrir la hoja para ver los que tiene.",
        $"The sheet {sheet.Text} has no file {number}, or it was removed. Open the sheet again to see those that it has."));

    /// <summary>Sees that the sheet is being captured: what was handed in keeps its evidence as it is.</summary>
    private void Take(Session session, Guid entity, SheetAddress sheet) => new CaptureSheets(database, clock).Take(session, Key(entity, sheet), sheet.Entity);

    /// <summary>A file more or less is an edit of the sheet: nobody submits it without having seen that.</summary>
    private static void Edited(Session session, Guid entity, SheetAddress sheet) => CaptureRows.Edited(session, Key(entity, sheet));

    private static SheetKey Key(Guid entity, SheetAddress sheet) => new(entity, new(sheet.Year, sheet.Quarter), sheet.Unit);
}
