using Avance.App.Budget;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Capture;

namespace Avance.App.Capture;

/// <summary>What became of a submission.</summary>
/// <param name="Version">Number of the version that was frozen; 0 when it was not.</param>
/// <param name="Check">What is wrong with the sheet, or worth a look.</param>
public sealed record SubmitOutcome(int Version, SheetCheck Check)
{
    /// <summary>Whether it was submitted.</summary>
    public bool IsDone => Version > 0;
}

/// <summary>
/// Takes sheets through their quarter: submitted by the unit, reviewed, signed by the unit's head, whose signature posts them to the
/// ledger. Nobody who wrote any of a version reviews or signs it (AVP-069).
/// </summary>
public sealed class SheetReview(Database database, SheetGrounds grounds, TimeProvider clock)
{
    /// <summary>Freezes what a sheet says as its next version and sends it to review. Nothing happens while a problem blocks it.</summary>
    /// <param name="entityCode">The office.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="edits">The sheet's count of edits that the person saw, so that nobody sends what another has just written.</param>
    /// <param name="note">A word to the reviewer; may be empty.</param>
    /// <param name="actor">Who sends it.</param>
    /// <exception cref="RuleViolationException">As <see cref="CaptureSheets.Save"/>; <c>capture.conflict</c>: it changed meanwhile.</exception>
    public SubmitOutcome Submit(string entityCode, FiscalPeriod period, string unit, long edits, string note, string actor) => database.Write(session =>
    {
        session.LockEntity(entityCode);
        var year = PlanRows.FindYear(session, entityCode, period.Year) ?? throw PlanRefusals.NotStarted(entityCode, period.Year);
        var key = new SheetKey(year.EntityId, period, unit);
        var sheet = new CaptureSheets(database, clock).Take(session, key, entityCode);
        if (sheet.Edits != edits)
        {
            throw CaptureRefusals.Changed(unit);
        }

        var (cells, check) = Check(session, grounds, year, key);
        if (!check.CanSubmit)
        {
            return new SubmitOutcome(0, check);
        }

        var now = StoredMoment.Now(clock);
        var version = sheet.Version + 1;
        var frozen = new FrozenSheet([.. cells.Values.OrderBy(static c => c.Address.Subject).ThenBy(static c => c.Address.Field, StringComparer.Ordinal)], Evidence(session, key), PlanOf(session, year, key));
        var sha256 = FrozenSheets.Insert(session, key, version, frozen, actor, now);
        Take(session, key, sheet with { Version = version }, SheetAct.Submit, version, Text(note), actor, now, sha256: sha256);
        return new SubmitOutcome(version, check);
    });

    /// <summary>Sends a sheet back with what has to be mended.</summary>
    /// <param name="entityCode">The office.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="version">The version that was looked at.</param>
    /// <param name="seen">The state in which the sheet was seen: one that was approved meanwhile is not sent back unseen.</param>
    /// <param name="reason">Why, in a sentence.</param>
    /// <param name="remarks">What is wrong with which figure.</param>
    /// <param name="actor">Who sends it back.</param>
    /// <exception cref="RuleViolationException">
    /// <c>capture.missing</c>, <c>AVP-052</c>, <c>capture.state</c>, <c>capture.conflict</c>, <c>capture.reason</c>, <c>AVP-069</c>.
    /// </exception>
    public void Return(string entityCode, FiscalPeriod period, string unit, int version, SheetState seen, string reason, IReadOnlyList<NewRemark> remarks, string actor)
    {
        ArgumentNullException.ThrowIfNull(remarks);
        Step(entityCode, period, unit, SheetAct.Return, version, (session, year, key, sheet) =>
        {
            RequireState(sheet, seen);
            RequireOther(session, key, version, actor, SheetAct.Return);
            var subjects = CellRows.Subjects(session, key);
            foreach (var remark in remarks)
            {
                _ = !subjects.TryGetValue(remark.About.Subject, out var kind) || (remark.About.Field.Length > 0 && CaptureField.MaxLength(remark.About.Field, kind) == 0)
                    ? throw CaptureRefusals.UnknownCell(remark.About)
                    : Text(remark.Text).Length == 0 ? throw CaptureRefusals.NoReason(new("una observación", "a remark")) : true;
            }

            var step = Take(session, key, sheet, SheetAct.Return, version, Text(reason), actor, StoredMoment.Now(clock), remarks: remarks);
            CaptureRows.AddRemarks(session, key, step, [.. remarks.Select(static r => r with { Text = Text(r.Text) })]);
        });
    }

    /// <summary>Finds a submitted version good: it then waits for the signature of the unit's head.</summary>
    /// <exception cref="RuleViolationException"><c>capture.missing</c>, <c>AVP-052</c>, <c>capture.state</c>, <c>capture.conflict</c>, <c>AVP-069</c>.</exception>
    public void Approve(string entityCode, FiscalPeriod period, string unit, int version, string note, string actor) => Step(entityCode, period, unit, SheetAct.Approve, version, (session, year, key, sheet) =>
    {
        RequireOther(session, key, version, actor, SheetAct.Approve);
        RequirePlan(session, year, key, version);
        Take(session, key, sheet, SheetAct.Approve, version, Text(note), actor, StoredMoment.Now(clock));
    });

    /// <summary>Signs an approved version: its figures enter the ledger, and those of the version signed before leave it.</summary>
    /// <returns>Number of the ledger's document.</returns>
    /// <exception cref="RuleViolationException">
    /// <c>capture.missing</c>, <c>AVP-052</c>, <c>capture.state</c>, <c>capture.conflict</c>, <c>AVP-069</c>; or as the ledger refuses.
    /// </exception>
    public long Authorise(string entityCode, FiscalPeriod period, string unit, int version, string actor)
    {
        var document = 0L;
        Step(entityCode, period, unit, SheetAct.Authorise, version, (session, year, key, sheet) =>
        {
            RequireOther(session, key, version, actor, SheetAct.Authorise);
            RequirePlan(session, year, key, version);
            var now = StoredMoment.Now(clock);
            document = new SheetPosting(session, year, key, actor, clock).Post(sheet, version);
            Take(session, key, sheet with { Authorised = version }, SheetAct.Authorise, version, "", actor, now, document);
        });
        return document;
    }

    /// <summary>Declares that a sheet did not come, so that the quarter can close without it.</summary>
    /// <param name="entityCode">The office.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="seen">The state in which the sheet was seen: one that has come meanwhile is not declared missing.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who declares it.</param>
    /// <exception cref="RuleViolationException"><c>capture.missing</c>, <c>AVP-052</c>, <c>capture.state</c>: also when it was signed before a reopening; <c>capture.reason</c>, <c>capture.conflict</c>.</exception>
    public void DeclareMissing(string entityCode, FiscalPeriod period, string unit, SheetState seen, string reason, string actor) => Step(entityCode, period, unit, SheetAct.DeclareMissing, null, (session, year, key, sheet) =>
    {
        RequireState(sheet, seen);
        _ = sheet.Authorised > 0 ? throw CaptureRefusals.SignedBefore(sheet) : true;
        Take(session, key, sheet, SheetAct.DeclareMissing, sheet.Version, Text(reason), actor, StoredMoment.Now(clock));
    });

    /// <summary>Takes back, while the quarter is open, that a sheet was declared missing: its unit may write again.</summary>
    /// <exception cref="RuleViolationException"><c>capture.missing</c>, <c>AVP-052</c>, <c>capture.state</c>, <c>capture.reason</c>.</exception>
    public void Readmit(string entityCode, FiscalPeriod period, string unit, string reason, string actor) => Step(entityCode, period, unit, SheetAct.Readmit, null, (session, year, key, sheet) =>
        Take(session, key, sheet, SheetAct.Readmit, sheet.Version, Text(reason), actor, StoredMoment.Now(clock)));

    /// <summary>Lets stand what was signed before a reopening that needed no correction after all.</summary>
    /// <exception cref="RuleViolationException"><c>capture.missing</c>, <c>AVP-052</c>, <c>capture.state</c>: nothing was signed; <c>capture.reason</c>.</exception>
    public void LetStand(string entityCode, FiscalPeriod period, string unit, string reason, string actor) => Step(entityCode, period, unit, SheetAct.LetStand, null, (session, year, key, sheet) =>
        Take(session, key, sheet.Authorised > 0 ? sheet : throw CaptureRefusals.NoStep(sheet, SheetAct.LetStand), SheetAct.LetStand, sheet.Authorised, Text(reason), actor, StoredMoment.Now(clock)));

    /// <summary>Takes a step that the table allows, with its record in the journal.</summary>
    /// <returns>The number of the step.</returns>
    internal static int Take(
        Session session, SheetKey key, CaptureSheet sheet, SheetAct act, int version, string reason, string actor, DateTimeOffset at,
        long? document = null, string? sha256 = null, IReadOnlyList<NewRemark>? remarks = null)
    {
        var step = SheetSteps.Find(sheet.State, act) ?? throw CaptureRefusals.NoStep(sheet, act);
        if (step.NeedsReason && reason.Length == 0)
        {
            throw CaptureRefusals.NoReason(act switch
            {
                SheetAct.Return => new("una devolución", "a return"),
                SheetAct.Reopen => new("una reapertura", "a reopening"),
                SheetAct.Readmit => new("readmitirla", "readmitting it"),
                SheetAct.LetStand => new("dejarla sin cambios", "letting it stand"),
                _ => new("declararla faltante", "declaring it missing"),
            });
        }

        CaptureRows.Update(session, key, sheet with { State = step.To });
        var number = CaptureRows.AddStep(session, key, new(0, act, version, actor, at, reason, document));
        key.Journal(session, at, actor, $"capture.{act.Code()}", CaptureJson.Of(json => json.WriteString("state", sheet.State.Code())), CaptureJson.Of(json =>
        {
            json.WriteString("state", step.To.Code());
            json.WriteNumber("step", number);
            json.WriteNumber("version", version);
            json.WriteString("reason", reason);
            if (document is { } posted)
            {
                json.WriteNumber("document", posted);
            }

            if (sha256 is not null)
            {
                json.WriteString("sha256", sha256);
            }

            if (remarks is { Count: > 0 })
            {
                json.WriteStartArray("remarks");
                foreach (var remark in remarks)
                {
                    json.WriteStartArray();
                    json.WriteStringValue(remark.About.Subject);
                    json.WriteStringValue(remark.About.Field);
                    json.WriteStringValue(Text(remark.Text));
                    json.WriteEndArray();
                }

                json.WriteEndArray();
            }
        }));
        return number;
    }

    /// <summary>A text of people as it is kept.</summary>
    internal static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.ReplaceLineEndings("\n").Trim();
        return text.Length > CaptureField.MaxText ? throw CaptureRefusals.LongText(text.Length)
            : AmendmentLimits.IsStorable(text) ? text : throw CaptureRefusals.BadText(new("texto", "text"));
    }

    /// <summary>What stands in a sheet, and what is wrong with it.</summary>
    internal static (Dictionary<CellAddress, CaptureCell> Cells, SheetCheck Check) Check(Session session, SheetGrounds grounds, PlanYearRow year, SheetKey key)
    {
        var ground = grounds.Load(session, year, key.Period);
        var cells = CellRows.Current(session, key);
        return (cells, SheetChecker.Check(SheetReading.Read(ground.Sources.Plan.Projects.Where(p => p.UnitCode == key.Unit), key.Period.Quarter, cells), ground));
    }

    private static List<FrozenEvidence> Evidence(Session session, SheetKey key) =>
        EvidenceRows.Live(session, key).ConvertAll(static f => new FrozenEvidence(f.Number, f.SubjectId, f.Name, f.Sha256, f.Bytes, f.Actor));

    private void Step(string entityCode, FiscalPeriod period, string unit, SheetAct act, int? version, Action<Session, PlanYearRow, SheetKey, CaptureSheet> take) => database.Write(session =>
    {
        session.LockEntity(entityCode);
        var year = PlanRows.FindYear(session, entityCode, period.Year) ?? throw PlanRefusals.NotStarted(entityCode, period.Year);
        var key = new SheetKey(year.EntityId, period, unit);
        var current = CaptureRows.Find(session, key.Entity, period) ?? throw CaptureRefusals.NotOpened(entityCode, period);
        if (!current.IsOpen)
        {
            throw CaptureRefusals.Closed(period);
        }

        CaptureRows.Lock(session, key);
        var sheet = CaptureRows.Find(session, key) ?? throw CaptureRefusals.NoSheet(period, unit);
        _ = SheetSteps.Find(sheet.State, act) is null ? throw CaptureRefusals.NoStep(sheet, act)
            : version is { } seen && seen != sheet.Version ? throw CaptureRefusals.Changed(unit)
            : true;
        take(session, year, key, sheet);
        return true;
    });

    /// <summary>
    /// What a unit promised when it submitted says what its figures count as: when that changed since, it has to submit again.
    /// </summary>
    private static void RequirePlan(Session session, PlanYearRow year, SheetKey key, int version)
    {
        if (FrozenSheets.Find(session, key, version)?.Content.Plan != PlanOf(session, year, key))
        {
            throw CaptureRefusals.PlanChanged(key.Unit);
        }
    }

    /// <summary>Fingerprint of a unit's projects and indicators: which there are, and how each counts.</summary>
    private static string PlanOf(Session session, PlanYearRow year, SheetKey key)
    {
        using var hash = new CanonicalHash();
        foreach (var project in PlanRows.Load(session, year).Projects.Where(p => p.UnitCode == key.Unit))
        {
            hash.Add(project.Id.ToByteArray(bigEndian: true));
            hash.Add((long)project.BeneficiaryAccumulation);
            foreach (var indicator in project.Indicators)
            {
                hash.Add(indicator.Id.ToByteArray(bigEndian: true));
                hash.Add((long)indicator.Frequency);
                hash.Add((long)indicator.Accumulation);
            }
        }

        return Convert.ToHexStringLower(hash.Finish());
    }

    private static void RequireState(CaptureSheet sheet, SheetState seen)
    {
        if (sheet.State != seen)
        {
            throw CaptureRefusals.Changed(sheet.Unit);
        }
    }

    private static void RequireOther(Session session, SheetKey key, int version, string actor, SheetAct act)
    {
        var frozen = FrozenSheets.Find(session, key, version) ?? throw CaptureRefusals.NoVersion(key.Unit, version);
        if (frozen.Authors.Contains(actor, StringComparer.Ordinal))
        {
            throw CaptureRefusals.OwnCapture(actor, act);
        }
    }
}
