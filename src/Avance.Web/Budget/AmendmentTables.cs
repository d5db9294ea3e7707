using System.Globalization;
using Avance.App.Budget;
using Avance.Budget;
using Avance.Ledger;
using Avance.Web.Ui;

namespace Avance.Web.Budget;

/// <summary>What an amendment says and does, as tables that the public page and the workspace share.</summary>
internal static class AmendmentTables
{
    /// <summary>Its lines of money.</summary>
    public static Table Lines(Site site, Amendment amendment) => new(
        new("Renglones de dinero", "Lines of money"),
        [
            new("number", new("Núm.", "No."), ColumnKind.Figure),
            new("line", new("Clave presupuestaria", "Budget line"), ColumnKind.RowHeader),
            new("month", new("Mes", "Month"), ColumnKind.Code),
            new("increase", new("Amplía", "Adds"), ColumnKind.Figure),
            new("decrease", new("Reduce", "Takes"), ColumnKind.Figure),
        ],
        [
            .. amendment.Lines.Select((l, i) => new TableRow(
            [
                TableCell.Of((long)(i + 1)), TableCell.Of(l.LineKey), TableCell.Of(site.Text(MonthName.Name(l.Month))),
                TableCell.Of(l.Amount.IsNegative ? (Money?)null : l.Amount), TableCell.Of(l.Amount.IsNegative ? l.Amount.Magnitude : (Money?)null),
            ])),
            new TableRow([TableCell.Of(""), TableCell.Of(site.Text("Total", "Total")), TableCell.Of(""), TableCell.Of(amendment.Increases), TableCell.Of(amendment.Decreases)], IsTotal: true),
        ]);

    /// <summary>Its lines of targets.</summary>
    public static Table Targets(Site site, Amendment amendment) => new(
        new("Cambios de metas", "Changes of targets"),
        [
            new("number", new("Núm.", "No."), ColumnKind.Figure),
            new("project", new("Proyecto", "Project"), ColumnKind.RowHeader),
            new("indicator", new("Indicador", "Indicator"), ColumnKind.Figure),
            new("month", new("Mes", "Month"), ColumnKind.Code),
            new("quantity", new("Cambio", "Change"), ColumnKind.Figure),
        ],
        [.. amendment.Targets.Select((t, i) => new TableRow(
        [
            TableCell.Of((long)(i + 1)), TableCell.Of($"{t.UnitCode}/{t.ProjectKey}"), TableCell.Of((long)t.Indicator),
            TableCell.Of(site.Text(MonthName.Name(t.Month))), TableCell.Of((decimal?)t.Quantity),
        ]))]);

    /// <summary>The steps that it took.</summary>
    public static Table Steps(Site site, AmendmentFile file) => new(
        new("Pasos que ha dado", "Steps taken"),
        [
            new("state", new("Estado", "State"), ColumnKind.RowHeader),
            new("recordedAt", new("Cuándo", "When"), ColumnKind.Code),
            new("actor", new("Quién", "Who")),
            new("remark", new("Observación", "Remark"), ColumnKind.Prose),
        ],
        [.. file.Steps.Select(s => new TableRow(
        [
            TableCell.Of(Words.Capital(site.Text(s.State.DisplayName())), s.State.Code(), null), TableCell.Of(Words.Instant(s.RecordedAt)), TableCell.Of(s.Actor), TableCell.Of(s.Remark),
        ]))]);

    /// <summary>Its files; each leads to its download. Who added them is told to those who may know.</summary>
    public static Table Files(AmendmentFile file, Func<int, string> address)
    {
        var tellsWho = file.Attachments.Any(static a => a.Actor.Length > 0);
        TableColumn[] who = tellsWho ? [new("actor", new("Por", "By"))] : [];
        return new(
            new("Archivos adjuntos", "Attached files"),
            [
                new("name", new("Archivo", "File"), ColumnKind.RowHeader),
                new("mediaType", new("Tipo", "Type")),
                new("bytes", new("Bytes", "Bytes"), ColumnKind.Figure),
                new("recordedAt", new("Agregado", "Added"), ColumnKind.Code),
                .. who,
                new("sha256", new("SHA-256", "SHA-256"), ColumnKind.Prose),
            ],
            [.. file.Attachments.Select(a => new TableRow(
            [
                TableCell.Of(a.Name, address(a.Number)), TableCell.Of(a.MediaType), TableCell.Of((long?)a.Bytes), TableCell.Of(Words.Instant(a.RecordedAt)), .. who.Select(_ => TableCell.Of(a.Actor)), TableCell.Of(a.Sha256),
            ]))]);
    }

    /// <summary>What it would do to each line and month.</summary>
    public static Table LineChanges(Site site, AmendmentPreview preview) => new(
        new("Cada clave y mes, antes y después", "Each line and month, before and after"),
        [
            new("line", new("Clave presupuestaria", "Budget line"), ColumnKind.RowHeader),
            new("month", new("Mes", "Month"), ColumnKind.Code),
            new("approved", new("Aprobado", "Approved"), ColumnKind.Figure),
            new("revisedBefore", new("Modificado antes", "Revised before"), ColumnKind.Figure),
            new("change", new("Cambio", "Change"), ColumnKind.Figure),
            new("revisedAfter", new("Modificado después", "Revised after"), ColumnKind.Figure),
            new("availableBefore", new("Disponible antes", "Available before"), ColumnKind.Figure),
            new("availableAfter", new("Disponible después", "Available after"), ColumnKind.Figure),
        ],
        [.. preview.Lines.Select(l => new TableRow(
        [
            TableCell.Of(l.IsNew ? l.Line.LineKey + site.Text(" (nueva)", " (new)") : l.Line.LineKey), TableCell.Of(site.Text(MonthName.Name(l.Line.Month))),
            TableCell.Of(l.Approved), TableCell.Of(l.RevisedBefore), TableCell.Of(l.Line.Amount), TableCell.Of(l.RevisedAfter), TableCell.Of(l.AvailableBefore), TableCell.Of(l.AvailableAfter),
        ]))]);

    /// <summary>What it would do to each project, each chapter and the whole.</summary>
    public static Table BudgetChanges(Site site, AmendmentPreview preview) => new(
        new("Proyectos, capítulos y ente, antes y después", "Projects, chapters and entity, before and after"),
        [
            new("what", new("Proyecto o capítulo", "Project or chapter"), ColumnKind.RowHeader),
            new("approved", new("Aprobado", "Approved"), ColumnKind.Figure),
            new("revisedBefore", new("Modificado antes", "Revised before"), ColumnKind.Figure),
            new("change", new("Cambio", "Change"), ColumnKind.Figure),
            new("revisedAfter", new("Modificado después", "Revised after"), ColumnKind.Figure),
        ],
        [
            .. preview.Projects.Select(c => Change($"{c.Code} · {c.Name}", c)),
            .. preview.Chapters.Select(c => Change(site.Text($"Capítulo {c.Code}", $"Chapter {c.Code}"), c)),
            Change(site.Text("Total del ente", "Total of the entity"), preview.Entity) with { IsTotal = true },
        ]);

    /// <summary>What it would do to each target.</summary>
    public static Table TargetChanges(AmendmentPreview preview) => new(
        new("Metas, antes y después", "Targets, before and after"),
        [
            new("target", new("Meta", "Target"), ColumnKind.RowHeader),
            new("unitOfMeasure", new("Unidad de medida", "Unit of measure")),
            new("original", new("Programada", "Original"), ColumnKind.Figure),
            new("revisedBefore", new("Modificada antes", "Revised before"), ColumnKind.Figure),
            new("change", new("Cambio", "Change"), ColumnKind.Figure),
            new("revisedAfter", new("Modificada después", "Revised after"), ColumnKind.Figure),
            new("achieved", new("Alcanzada", "Achieved"), ColumnKind.Figure),
        ],
        [.. preview.Targets.Select(t => new TableRow(
        [
            TableCell.Of($"{t.Key.UnitCode}/{t.Key.ProjectKey} · {t.Indicator.Name}"), TableCell.Of(t.Indicator.UnitOfMeasure), TableCell.Of(t.Original),
            TableCell.Of(t.AnnualBefore), TableCell.Of((decimal?)t.Difference), TableCell.Of(t.AnnualAfter), TableCell.Of(t.Achieved),
        ]))]);

    /// <summary>The amendments of a year, each leading to its page.</summary>
    public static Table List(Site site, int year, IReadOnlyList<AmendmentSummary> amendments, Func<string, string> address) => new(
        new(string.Create(CultureInfo.InvariantCulture, $"Adecuaciones de {year}"), string.Create(CultureInfo.InvariantCulture, $"Amendments of {year}")),
        [
            new("folio", new("Folio", "Folio"), ColumnKind.RowHeader),
            new("state", new("Estado", "State")),
            new("type", new("Tipo", "Type")),
            new("effectiveOn", new("Fecha", "Date"), ColumnKind.Code),
            new("increases", new("Amplía", "Adds"), ColumnKind.Figure),
            new("decreases", new("Reduce", "Takes"), ColumnKind.Figure),
            new("targets", new("Metas", "Targets"), ColumnKind.Figure),
            new("agreement", new("Acuerdo", "Agreement")),
            new("justification", new("Justificación", "Justification"), ColumnKind.Prose),
        ],
        [.. amendments.Select(s => new TableRow(
        [
            TableCell.Of(s.Amendment.Reference, address(s.Amendment.Reference)),
            TableCell.Of(Words.Capital(site.Text(s.Amendment.State.DisplayName())), s.Amendment.State.Code(), null),
            TableCell.Of(Words.Capital(site.Text(s.Amendment.Type.DisplayName())), s.Amendment.Type.Code(), null),
            TableCell.Of(s.Amendment.EffectiveOn is { } day ? Words.Day(day) : ""),
            TableCell.Of(s.Increases), TableCell.Of(s.Decreases), TableCell.Of((long)s.Targets), TableCell.Of(s.Amendment.Agreement), TableCell.Of(s.Amendment.Justification),
        ]))]);

    private static TableRow Change(string what, BudgetChange change) => new(
    [
        TableCell.Of(what), TableCell.Of(change.Before.Approved), TableCell.Of(change.Before.Revised), TableCell.Of(change.Change), TableCell.Of(change.RevisedAfter),
    ]);
}
