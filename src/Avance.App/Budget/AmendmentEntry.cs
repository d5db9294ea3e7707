using Avance.App.Ledger;
using Avance.App.Storage;
using Avance.Budget;
using Avance.Ledger;

namespace Avance.App.Budget;

/// <summary>Where an amendment comes from.</summary>
/// <param name="System">The system: <see cref="LedgerDocument.OwnSource"/>, or the name of an import's mapping.</param>
/// <param name="IsThirdParty">Whether it is someone else's, taken as it is: what only should not be is then told and not refused.</param>
internal sealed record AmendmentSource(string System, bool IsThirdParty)
{
    /// <summary>Amendments written in this program.</summary>
    public static AmendmentSource Own { get; } = new(LedgerDocument.OwnSource, IsThirdParty: false);
}

/// <summary>What became of an amendment that was brought from outside.</summary>
/// <param name="Status">Posted, already posted, or refused.</param>
/// <param name="Problems">Everything that does not hold; when it was posted, only warnings.</param>
internal sealed record AmendmentEntered(LedgerStatus Status, IReadOnlyList<AmendmentProblem> Problems);

/// <summary>
/// Applies amendments to the ledger within a transaction that holds the entity's lock: those that went their way here, and
/// those that come from files with their whole way behind them.
/// </summary>
internal static class AmendmentEntry
{
    /// <summary>What stands in the way even of figures that are taken as they are: they could not be posted.</summary>
    private static readonly string[] Impossible = ["amendment.line", "amendment.month", "amendment.indicator", "amendment.day", "amendment.quantity", "amendment.empty", "amendment.text", "amendment.amount", "amendment.size"];

    /// <summary>Brings in an amendment that was applied elsewhere: judges it, keeps it, and posts it; or nothing of all that.</summary>
    /// <param name="session">A session in a transaction that holds the entity's lock.</param>
    /// <param name="writer">The transaction's writer; what it holds is flushed first, so that the rules see it.</param>
    /// <param name="entityId">The office.</param>
    /// <param name="draft">The amendment, with its folio; state, number and version are set here.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="actor">Who brings it.</param>
    /// <param name="now">When.</param>
    public static AmendmentEntered Enter(Session session, LedgerWriter writer, Guid entityId, Amendment draft, AmendmentSource source, string actor, DateTimeOffset now)
    {
        var amendment = AmendmentLimits.Tidy(draft) with { Folio = draft.Folio?.Trim().ToUpperInvariant(), State = AmendmentState.Draft };
        if (AmendmentLimits.Check(amendment) is { Count: > 0 } unstorable)
        {
            return new(LedgerStatus.Refused, unstorable);
        }

        if (string.IsNullOrWhiteSpace(amendment.Folio) || amendment.Folio.Length > AmendmentLimits.ShortText || !AmendmentLimits.IsStorable(amendment.Folio))
        {
            return Refused("amendment.folio", new("Falta el folio de la adecuación, o no sirve de folio.", "The amendment's folio is missing or will not do."), new("Anote el folio en el archivo.", "Write the folio in the file."));
        }

        writer.Finish();
        var ground = new AmendmentGrounds(session, entityId, amendment.Year, writer).Of(amendment, withTotals: false);
        if (AmendmentRows.Where(session, "WHERE entity_id = $1 AND fiscal_year = $2 AND folio = $3", entityId, amendment.Year, amendment.Folio) is [var before])
        {
            return Again(writer, amendment, before, ground, source);
        }

        var problems = Judge(amendment, ground.Context, source);
        if (problems.Any(static p => p.Blocks))
        {
            return new(LedgerStatus.Refused, problems);
        }

        // The ledger has the last word: what it refuses must leave nothing of the amendment in a transaction that goes on.
        session.Execute("SAVEPOINT entering");
        amendment = amendment with { Id = writer.Identities.Next(), Number = AmendmentRows.Next(session, entityId, amendment.Year, ofFolios: false), Version = 1 };
        AmendmentRows.Insert(session, entityId, new(amendment, source.System, null, null));
        foreach (var state in AmendmentSteps.Usual(amendment.Scope))
        {
            AmendmentRows.AddStep(session, entityId, amendment.Id, new(state, now, actor, source == AmendmentSource.Own ? "" : source.System));
        }

        var (refusal, applied) = Apply(session, writer, entityId, new(amendment, source.System, null, null), ground, source, now);
        if (refusal is not null)
        {
            session.Execute("ROLLBACK TO SAVEPOINT entering");
            session.Execute("RELEASE SAVEPOINT entering");
            return new(LedgerStatus.Refused, [refusal, .. problems]);
        }

        AmendmentRows.Update(session, entityId, applied!, AmendmentFolio.Number(amendment.Folio!, amendment.Year));
        AmendmentJournal.Append(session, entityId, now, actor, "amendment.entered", null, applied!.Amendment);
        session.Execute("RELEASE SAVEPOINT entering");
        return new(LedgerStatus.Posted, problems);
    }

    /// <summary>
    /// Posts an amendment that passed its rules, making the lines that it needs and closing the projects that it ends. Writes
    /// nothing of the amendment itself.
    /// </summary>
    public static (AmendmentProblem? Refusal, AmendmentRow? Applied) Apply(Session session, LedgerWriter writer, Guid entity, AmendmentRow row, AmendmentGround ground, AmendmentSource source, DateTimeOffset now)
    {
        foreach (var line in ground.New.Values)
        {
            BudgetLines.Add(session, entity, row.Amendment.Year, line);
        }

        var document = AmendmentPosting.Document(row.Amendment, writer.Identities.Next(), ground.LineIds, ground.Context, source.System, source.IsThirdParty);
        var verdict = writer.Accept([document])[0];
        if (verdict.Status != LedgerStatus.Posted)
        {
            return (Told(verdict, row.Amendment), null);
        }

        writer.Finish();
        AmendmentClosing.Close(session, entity, row.Amendment, ground.Context, writer.Actor, now);
        return (null, row with { Amendment = row.Amendment with { State = AmendmentState.Applied }, DocumentId = document.Id });
    }

    /// <summary>What the ledger said no to, at the line that it is about.</summary>
    public static AmendmentProblem Told(LedgerVerdict verdict, Amendment amendment, LocalizedText? remedy = null) => new(
        verdict.RuleId ?? "ledger.posted",
        verdict.Entry is { } entry && entry < amendment.Lines.Count ? AmendmentPart.Line : AmendmentPart.Header,
        verdict.Entry is { } at && at < amendment.Lines.Count ? at + 1 : 0,
        verdict.Text ?? new("El libro ya tiene este documento.", "The ledger has this document already."),
        remedy ?? new("Corrija la adecuación y vuelva a intentarlo.", "Correct the amendment and try again."));

    private static AmendmentEntered Again(LedgerWriter writer, Amendment amendment, AmendmentRow before, AmendmentGround ground, AmendmentSource source)
    {
        var canCompare = before.Source == source.System && before.DocumentId is not null && ground.New.Count == 0 && ground.Context.RefusedLines.Count == 0
            && amendment.EffectiveOn is not null && TargetChange.Of(amendment, ground.Context).Sum(static c => c.Count) == amendment.Targets.Count;
        if (canCompare)
        {
            var document = AmendmentPosting.Document(amendment, writer.Identities.Next(), ground.LineIds, ground.Context, source.System, source.IsThirdParty);
            var verdict = writer.Accept([document])[0];
            return verdict.Status == LedgerStatus.AlreadyPosted ? new(LedgerStatus.AlreadyPosted, []) : new(LedgerStatus.Refused, [Told(verdict, amendment)]);
        }

        return Refused(
            "amendment.folio",
            new($"Ya existe la adecuación {amendment.Folio} y dice otra cosa.", $"The amendment {amendment.Folio} exists already and says something else."),
            new("Corrija el folio; lo aplicado no cambia, se cancela y se hace de nuevo.", "Correct the folio; what was applied does not change, it is cancelled and made again."));
    }

    private static IReadOnlyList<AmendmentProblem> Judge(Amendment amendment, AmendmentContext context, AmendmentSource source)
    {
        var step = AmendmentSteps.All.First(s => s.To == AmendmentState.Applied && s.Scope == amendment.Scope);
        IReadOnlyList<AmendmentProblem> problems = [.. AmendmentSteps.Missing(amendment, step, ""), .. AmendmentRules.Check(amendment, context)];
        return source.IsThirdParty ? [.. problems.Select(p => p with { Blocks = p.Blocks && Impossible.Contains(p.RuleId) })] : problems;
    }

    private static AmendmentEntered Refused(string rule, LocalizedText text, LocalizedText remedy) => new(LedgerStatus.Refused, [AmendmentProblem.OfHeader(rule, text, remedy)]);
}
