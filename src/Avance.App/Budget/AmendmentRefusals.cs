using System.Globalization;
using Avance.Budget;

namespace Avance.App.Budget;

/// <summary>Why something asked of an amendment is not done, in words.</summary>
internal static class AmendmentRefusals
{
    public static RuleViolationException Missing(string entityCode, int year, string reference) => new("amendment.missing", AmendmentQueries.Missing(entityCode, year, reference));

    public static RuleViolationException NoFile(Amendment amendment, int number) => new("attachment.missing", new(
        $"La adecuación {amendment.Reference} no tiene un archivo {number}. Revise el número en su lista de archivos.",
        $"The amendment {amendment.Reference} has no file {number}. Check the number in its list of files."));

    public static RuleViolationException NotEditable(Amendment amendment) => new("amendment.state", new(
        $"La adecuación {amendment.Reference} está «{amendment.State.DisplayName().Spanish}» y ya no se edita. Solo se editan los borradores y las devueltas.",
        $"The amendment {amendment.Reference} is «{amendment.State.DisplayName().English}» and can no longer be edited. Only drafts and returned ones can."));

    public static RuleViolationException NoStep(Amendment amendment, AmendmentState to)
    {
        var steps = AmendmentSteps.From(amendment.State, amendment.Scope).ToList();
        var (spanish, english) = steps.Count == 0
            ? ("ya no cambia", "no longer changes")
            : ($"puede pasar a: {string.Join(", ", steps.Select(s => s.To.DisplayName().Spanish))}", $"may become: {string.Join(", ", steps.Select(s => s.To.DisplayName().English))}");
        return new("amendment.state", new(
            $"La adecuación {amendment.Reference} ({amendment.Scope.DisplayName().Spanish}) está «{amendment.State.DisplayName().Spanish}» y no pasa a «{to.DisplayName().Spanish}»; {spanish}.",
            $"The amendment {amendment.Reference} ({amendment.Scope.DisplayName().English}) is «{amendment.State.DisplayName().English}» and does not become «{to.DisplayName().English}»; it {english}."));
    }

    /// <summary>Two people at once: the second is told what the first wrote, beside their own.</summary>
    public static RuleViolationException Conflict(Amendment stored, Amendment mine)
    {
        var differences = Differences(stored, mine).ToList();
        return new("amendment.conflict", new(
            $"Otra persona cambió la adecuación {stored.Reference} mientras usted la editaba (versión {stored.Version}; usted tenía la {mine.Version}). No se sobrescribió nada. {string.Join(" ", differences.Select(d => $"{d.Name.Spanish}: guardado «{d.Stored}», suyo «{d.Mine}»."))}",
            $"Another person changed the amendment {stored.Reference} while you were editing it (version {stored.Version}; you had {mine.Version}). Nothing was overwritten. {string.Join(" ", differences.Select(d => $"{d.Name.English}: stored «{d.Stored}», yours «{d.Mine}»."))}"));
    }

    /// <summary>Two people moved it at once.</summary>
    public static RuleViolationException Conflict(Amendment stored, AmendmentStepTaken last) => new("amendment.conflict", new(
        $"La adecuación {stored.Reference} cambió mientras usted la veía: {last.Actor} la dejó «{stored.State.DisplayName().Spanish}» (versión {stored.Version}). Revísela de nuevo antes de seguir.",
        $"The amendment {stored.Reference} changed while you were looking: {last.Actor} left it «{stored.State.DisplayName().English}» (version {stored.Version}). Look at it again before going on."));

    private static IEnumerable<(LocalizedText Name, string Stored, string Mine)> Differences(Amendment stored, Amendment mine)
    {
        (LocalizedText Name, Func<Amendment, string> Value)[] fields =
        [
            (new("Tipo", "Type"), static a => a.Type.DisplayName().Spanish),
            (new("Alcance", "Scope"), static a => a.Scope.DisplayName().Spanish),
            (new("Fecha", "Date"), static a => a.EffectiveOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
            .. AmendmentWords.Authority,
            .. AmendmentWords.Reasons,
            (new("Renglones", "Lines"), static a => string.Join("; ", a.Lines.Select(l => $"{l.LineKey} {l.Month} {l.Amount}"))),
            (new("Metas", "Targets"), static a => string.Join("; ", a.Targets.Select(t => $"{t.UnitCode} {t.ProjectKey} {t.Indicator} {t.Month} {Figure.Print(t.Quantity)}"))),
        ];
        return fields.Select(f => (f.Name, f.Value(stored), f.Value(mine))).Where(static f => f.Item2 != f.Item3);
    }
}
