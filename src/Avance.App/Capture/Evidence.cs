using Avance.App.Storage;
using Avance.Capture;

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
    /// <param name="entityCode">The office.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="subject">The indicator or project whose figures it supports; empty for the sheet as a whole.</param>
    /// <param name="name">Its name, as the sender says it.</param>
    /// <param name="content">Its content, which must allow to be read more than once.</param>
    /// <param name="actor">Who.</param>
    /// <exception cref="RuleViolationException">
    /// As <see cref="CaptureSheets.Save"/>; <c>evidence.count</c>: the figure has as many files as it may; <c>evidence.name</c>,
    /// <c>evidence.empty</c>, <c>evidence.size</c>, <c>evidence.type</c>; <c>storage.evidence</c>: the store does not answer.
    /// </exception>
    public EvidenceFile Attach(string entityCode, FiscalPeriod period, string unit, Guid subject, string name, Stream content, string actor)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        var intake = EvidenceIntake.Of(name, content, limits);

        // What would be refused anyway is refused before its content is kept, and then looked at again under the lock.
        var key = database.Write(session => Ready(session, entityCode, period, unit, subject));
        store.Keep(key.Entity, intake.Sha256, content);
        return database.Write(session =>
        {
            session.LockEntity(entityCode);
            _ = Ready(session, entityCode, period, unit, subject);
            var number = EvidenceRows.All(session, key).Select(static f => f.Number).DefaultIfEmpty().Max() + 1;
            var file = new EvidenceFile(number, subject, intake.Name, intake.MediaType, intake.Sha256, intake.Bytes, StoredMoment.Now(clock), actor, null);
            EvidenceRows.Insert(session, key, file);
            EvidenceJournal.Added(session, key, file);
            CaptureRows.Edited(session, key);
            return file;
        });
    }

    /// <summary>Removes a file from a sheet that is being captured. Its content, its record and its number stay.</summary>
    /// <exception cref="RuleViolationException">As <see cref="CaptureSheets.Save"/>; <c>evidence.missing</c>: the sheet has no such file.</exception>
    public EvidenceFile Remove(string entityCode, FiscalPeriod period, string unit, int number, string actor) => database.Write(session =>
    {
        session.LockEntity(entityCode);
        var key = Writable(session, entityCode, period, unit);
        var file = EvidenceRows.Live(session, key).Find(f => f.Number == number) ?? throw Missing(key, number);
        var removal = new EvidenceRemoval(StoredMoment.Now(clock), actor);
        EvidenceRows.Remove(session, key, number, removal);
        EvidenceJournal.Removed(session, key, file, removal);
        CaptureRows.Edited(session, key);
        return file with { Removal = removal };
    });

    /// <summary>The files of a sheet that count, in order; none when there is no such office.</summary>
    public IReadOnlyList<EvidenceFile> List(string entityCode, FiscalPeriod period, string unit) => database.Read(session =>
        Entities.Find(session, entityCode) is { } entity ? EvidenceRows.Live(session, new(entity, period, unit)) : []);

    /// <summary>Opens a file for download: one that counts, or that a frozen version was sent with.</summary>
    /// <exception cref="RuleViolationException">
    /// <c>report.entity</c>; <c>evidence.missing</c>: the sheet has no such file; <c>storage.evidence</c>: its content is gone.
    /// </exception>
    public OpenedEvidence Open(string entityCode, FiscalPeriod period, string unit, int number)
    {
        var (entity, file) = database.Read(session =>
        {
            var key = new SheetKey(Entities.Required(session, entityCode), period, unit);
            var found = EvidenceRows.All(session, key).Find(f => f.Number == number);
            var isOffered = found is { Removal: null } || (found is not null && FrozenSheets.List(session, key).Exists(v => v.Content.Evidence.Any(e => e.Number == number)));
            return (key.Entity, isOffered ? found! : throw Missing(key, number));
        });
        return new(file, store.Open(entity, file.Sha256) ?? throw new RuleViolationException("storage.evidence", new(
            $"El contenido del archivo {number}, «{file.Name}», de la unidad {unit} en {period} no está en su almacén. Avise a quien administra el sistema: «avance journal verify» dice qué falta, y el respaldo lo tiene.",
            $"The content of file {number}, «{file.Name}», of unit {unit} in {period} is not in its store. Tell whoever runs the system: «avance journal verify» says what is missing, and the backup has it.")));
    }

    private SheetKey Ready(Session session, string entityCode, FiscalPeriod period, string unit, Guid subject)
    {
        var key = Writable(session, entityCode, period, unit);
        if (!CellRows.Subjects(session, key).ContainsKey(subject))
        {
            throw CaptureRefusals.UnknownCell(new CellAddress(subject, ""));
        }

        return EvidenceRows.Live(session, key).Count(f => f.SubjectId == subject) < limits.MostFiles ? key : throw new RuleViolationException("evidence.count", new(
            $"Esta cifra ya tiene {limits.MostFiles} archivos, que son los que caben. Quite alguno, o junte varios en un PDF o un ZIP.",
            $"This figure has {limits.MostFiles} files already, as many as fit. Remove one, or join several in a PDF or a ZIP."));
    }

    /// <summary>The key of a sheet that is being captured: what was handed in keeps its evidence as it is.</summary>
    private SheetKey Writable(Session session, string entityCode, FiscalPeriod period, string unit)
    {
        var key = new SheetKey(Entities.Required(session, entityCode), period, unit);
        _ = new CaptureSheets(database, clock).Take(session, key, entityCode);
        return key;
    }

    private static RuleViolationException Missing(SheetKey key, int number) => new("evidence.missing", new(
        $"La unidad {key.Unit} no tiene en {key.Period} el archivo {number}, o ya se quitó. Vuelva a abrir la hoja para ver los que tiene.",
        $"Unit {key.Unit} has no file {number} in {key.Period}, or it was removed. Open the sheet again to see those that it has."));
}
