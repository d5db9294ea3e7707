using Avance.App.Ledger;
using Avance.App.Storage;
using Avance.Budget;

namespace Avance.App.Budget;

/// <summary>
/// Writes amendments, moves them from state to state, applies and cancels them. Each call is one transaction that holds the
/// office's lock: of two people at once, the second finds what the first did.
/// </summary>
/// <param name="database">Where.</param>
/// <param name="clock">Tells when.</param>
public sealed class Amendments(Database database, TimeProvider clock)
{
    /// <summary>The largest file that can be attached: 10 MiB.</summary>
    public const int MaxAttachmentBytes = AttachmentFiles.MaxBytes;

    /// <summary>Most lines of money of an amendment, and most of targets.</summary>
    public const int MostLines = AmendmentLimits.MostLines;

    /// <summary>Keeps a new draft. It may be incomplete: rules speak when it is asked for.</summary>
    /// <param name="entityCode">The office.</param>
    /// <param name="draft">What it says; identity, number, state and version are set here.</param>
    /// <param name="actor">Who.</param>
    /// <exception cref="RuleViolationException"><c>plan.year</c>: no such year; <c>report.entity</c>: no such office.</exception>
    public AmendmentOutcome Create(string entityCode, Amendment draft, string actor)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var tidy = AmendmentLimits.Tidy(draft);
        return AmendmentLimits.Check(tidy) is { Count: > 0 } problems ? new(draft, problems) : Write(entityCode, (session, entity, now) =>
        {
            _ = LedgerYear.Load(session, entity, tidy.Year);
            var amendment = tidy with
            {
                Id = Guid.CreateVersion7(now),
                Number = AmendmentRows.Next(session, entity, tidy.Year, ofFolios: false),
                Folio = null,
                State = AmendmentState.Draft,
                Version = 1,
            };
            AmendmentRows.Insert(session, entity, new(amendment, AmendmentSource.Own.System, null, null));
            AmendmentRows.AddStep(session, entity, amendment.Id, new(AmendmentState.Draft, now, actor, ""));
            AmendmentJournal.Append(session, entity, now, actor, "amendment.created", null, amendment);
            return new AmendmentOutcome(amendment, []);
        });
    }

    /// <summary>Changes a draft, or one that was returned.</summary>
    /// <param name="entityCode">The office.</param>
    /// <param name="changed">The whole amendment as it should be, with the version that the person saw.</param>
    /// <param name="actor">Who.</param>
    /// <exception cref="RuleViolationException">
    /// <c>amendment.missing</c>; <c>amendment.state</c>: it was asked for; <c>amendment.conflict</c>: another person changed it
    /// meanwhile, and the text says what differs.
    /// </exception>
    public AmendmentOutcome Edit(string entityCode, Amendment changed, string actor)
    {
        ArgumentNullException.ThrowIfNull(changed);
        var tidy = AmendmentLimits.Tidy(changed);
        return AmendmentLimits.Check(tidy) is { Count: > 0 } problems ? new(changed, problems) : Write(entityCode, (session, entity, now) =>
        {
            var row = AmendmentRows.Find(session, entity, tidy.Id) ?? throw AmendmentRefusals.Missing(entityCode, tidy.Year, tidy.Reference);
            var before = row.Amendment;
            if (before.Version != tidy.Version)
            {
                throw AmendmentRefusals.Conflict(before, tidy);
            }

            if (!before.IsEditable)
            {
                throw AmendmentRefusals.NotEditable(before);
            }

            var after = tidy with { Year = before.Year, Number = before.Number, Folio = before.Folio, State = before.State, Version = before.Version + 1 };
            AmendmentRows.Update(session, entity, row with { Amendment = after });
            AmendmentRows.ReplaceLines(session, entity, after);
            AmendmentJournal.Append(session, entity, now, actor, "amendment.edited", before, after);
            return new AmendmentOutcome(after, []);
        });
    }

    /// <summary>Adds a file to an amendment that has not ended.</summary>
    /// <exception cref="RuleViolationException">
    /// <c>amendment.missing</c>, <c>amendment.state</c>, or <c>amendment.attachment</c>: the file is empty, too large or has no name.
    /// </exception>
    public AmendmentAttachment Attach(string entityCode, int year, string reference, string name, byte[] content, string actor)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        var fileName = AttachmentFiles.Accept(name, content);
        return Write(entityCode, (session, entity, now) =>
        {
            var amendment = Load(session, entity, entityCode, year, reference).Amendment;
            if (amendment.State is AmendmentState.Rejected or AmendmentState.Cancelled)
            {
                throw AmendmentRefusals.NotEditable(amendment);
            }

            var attachment = AttachmentFiles.Insert(session, entity, amendment.Id, fileName, content, now, actor);
            AmendmentJournal.Attached(session, entity, now, actor, amendment, attachment);
            return attachment;
        });
    }

    /// <summary>Takes a file out of an amendment that may still be edited. The journal keeps its name and its hash.</summary>
    /// <returns>What was taken out.</returns>
    /// <exception cref="RuleViolationException">
    /// <c>amendment.missing</c>; <c>amendment.state</c>: it was asked for; <c>attachment.missing</c>: it has no such file.
    /// </exception>
    public AmendmentAttachment Detach(string entityCode, int year, string reference, int number, string actor) => Write(entityCode, (session, entity, now) =>
    {
        var amendment = Load(session, entity, entityCode, year, reference).Amendment;
        if (!amendment.IsEditable)
        {
            throw AmendmentRefusals.NotEditable(amendment);
        }

        var attachment = AttachmentFiles.List(session, entity, amendment.Id).Find(a => a.Number == number) ?? throw AmendmentRefusals.NoFile(amendment, number);
        AttachmentFiles.Delete(session, entity, amendment.Id, number);
        AmendmentJournal.Detached(session, entity, now, actor, amendment, attachment);
        return attachment;
    });

    /// <summary>
    /// Takes a step. To <see cref="AmendmentState.Requested"/>, it gets its folio; to <see cref="AmendmentState.Applied"/>, its
    /// money and targets move; to <see cref="AmendmentState.Cancelled"/> after that, they move back.
    /// </summary>
    /// <returns>The amendment after the step; or as it was, and everything that stands in the way.</returns>
    /// <exception cref="RuleViolationException">
    /// <c>amendment.missing</c>; <c>amendment.state</c>: there is no such step; <c>amendment.conflict</c>: another person changed
    /// it meanwhile.
    /// </exception>
    public AmendmentOutcome Move(string entityCode, int year, string reference, AmendmentMove move, string actor)
    {
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(reference);
        return Write(entityCode, (session, entity, now) =>
        {
            var row = Load(session, entity, entityCode, year, reference);
            var before = row.Amendment;
            if (move.Version is { } seen && seen != before.Version)
            {
                throw AmendmentRefusals.Conflict(before, AmendmentRows.Steps(session, entity, before.Id)[^1]);
            }

            var step = AmendmentSteps.Find(before.State, move.To, before.Scope) ?? throw AmendmentRefusals.NoStep(before, move.To);
            var amendment = AmendmentLimits.Tidy(before with
            {
                Agreement = step.Needs.HasFlag(AmendmentNeeds.Agreement) ? move.Agreement ?? before.Agreement : before.Agreement,
                OfficeNumber = step.Needs.HasFlag(AmendmentNeeds.OfficeNumber) ? move.OfficeNumber ?? before.OfficeNumber : before.OfficeNumber,
            });
            var remark = move.Remark.Trim();
            var problems = new List<AmendmentProblem>(AmendmentLimits.Check(amendment with { LegalBasis = remark, Agreement = move.Agreement ?? amendment.Agreement }));
            problems.AddRange(AmendmentSteps.Missing(amendment, step, remark));
            var moved = problems.Count > 0 ? null : Take(new(session, entity, now, DateOnly.FromDateTime(clock.GetLocalNow().DateTime), actor), row with { Amendment = amendment }, step, move, problems);
            if (moved is null)
            {
                return new AmendmentOutcome(before, problems);
            }

            var folioNumber = moved.Amendment.Folio is { } folio && before.Folio is null ? AmendmentFolio.Number(folio, year) : null;
            var after = moved.Amendment with { State = step.To, Version = before.Version + 1 };
            AmendmentRows.Update(session, entity, moved with { Amendment = after }, folioNumber);
            AmendmentRows.AddStep(session, entity, after.Id, new(step.To, now, actor, remark));
            AmendmentJournal.Append(session, entity, now, actor, $"amendment.{step.To.Code()}", before, after);
            return new AmendmentOutcome(after, problems);
        });
    }

    /// <summary>Does what the step does beyond changing the state; null when something stands in the way.</summary>
    private static AmendmentRow? Take(Change change, AmendmentRow row, AmendmentStep step, AmendmentMove move, List<AmendmentProblem> problems)
    {
        if (step is { From: AmendmentState.Applied, To: AmendmentState.Cancelled })
        {
            return Reverse(change, row, move, problems);
        }

        if (!step.Needs.HasFlag(AmendmentNeeds.Rules))
        {
            return row;
        }

        var ground = new AmendmentGrounds(change.Session, change.Entity, row.Amendment.Year).Of(row.Amendment, withTotals: false);
        problems.AddRange(AmendmentRules.Check(row.Amendment, ground.Context));
        if (problems.Any(static p => p.Blocks))
        {
            return null;
        }

        if (step.To == AmendmentState.Applied)
        {
            using var writer = new LedgerWriter(change.Session, change.Entity, row.Amendment.Year, change.Actor, change.Now);
            var (refusal, applied) = AmendmentEntry.Apply(change.Session, writer, change.Entity, row, ground, AmendmentSource.Own, change.Now);
            return applied ?? throw new RuleViolationException(refusal!.RuleId, refusal.Text);
        }

        return row.Amendment.Folio is not null ? row : row with { Amendment = row.Amendment with { Folio = AmendmentFolio.Of(row.Amendment.Year, AmendmentRows.Next(change.Session, change.Entity, row.Amendment.Year, ofFolios: true)) } };
    }

    private static AmendmentRow? Reverse(Change change, AmendmentRow row, AmendmentMove move, List<AmendmentProblem> problems)
    {
        var amendment = row.Amendment;
        var applied = LedgerRows.Fill(change.Session, change.Entity, amendment.Year, LedgerRows.Where(change.Session, "WHERE entity_id = $1 AND document_id = $2", change.Entity, row.DocumentId)[0]).Header;
        var context = new AmendmentGrounds(change.Session, change.Entity, amendment.Year).Of(amendment, withTotals: false).Context;
        problems.AddRange(AmendmentRules.CheckReversal(amendment, context).Select(p => p with { Blocks = !applied.ThirdParty }));
        if (problems.Any(static p => p.Blocks))
        {
            return null;
        }

        using var writer = new LedgerWriter(change.Session, change.Entity, amendment.Year, change.Actor, change.Now);
        var reversal = applied.Reverse(writer.Identities.Next(), $"REV-{amendment.Folio}", move.EffectiveOn ?? change.Today, move.Remark.Trim(), (move.Agreement ?? amendment.Agreement).Trim());
        var verdict = writer.Accept([reversal])[0];
        if (verdict.Status != LedgerStatus.Posted)
        {
            problems.Add(AmendmentEntry.Told(verdict, amendment, new(
                "Deshaga antes lo que depende de ella, o haga una adecuación nueva en meses abiertos.",
                "First undo what depends on it, or make a new amendment in open months.")));
            return null;
        }

        writer.Finish();
        AmendmentClosing.Reopen(change.Session, change.Entity, amendment, context, change.Actor, change.Now);
        return row with { ReversalId = reversal.Id };
    }

    private static AmendmentRow Load(Session session, Guid entity, string entityCode, int year, string reference) =>
        AmendmentRows.Find(session, entity, year, reference) ?? throw AmendmentRefusals.Missing(entityCode, year, reference);

    private T Write<T>(string entityCode, Func<Session, Guid, DateTimeOffset, T> change) => database.Write(session =>
    {
        session.LockEntity(entityCode);
        return change(session, Entities.Required(session, entityCode), StoredMoment.Now(clock));
    });

    /// <summary>A transaction, whose it is, and who makes it when; the day is that of the people, not of the clock of the world.</summary>
    private sealed record Change(Session Session, Guid Entity, DateTimeOffset Now, DateOnly Today, string Actor);
}
