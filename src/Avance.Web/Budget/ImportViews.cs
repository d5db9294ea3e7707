using System.Globalization;
using Avance.App.Budget.Imports;
using Avance.Ledger;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;

namespace Avance.Web.Budget;

/// <summary>The imports of an office and the form for another.</summary>
/// <param name="Request">Who works, on which year.</param>
/// <param name="Form">The form for another.</param>
/// <param name="Runs">Those made, newest first.</param>
/// <param name="Mappings">Mappings to choose from.</param>
public sealed record ImportListView(WorkRequest Request, Form Form, IReadOnlyList<ImportRun> Runs, IReadOnlyList<ImportMapping> Mappings)
{
    /// <summary>Mappings to choose from, as a list offers them.</summary>
    public IEnumerable<(string Value, string Text)> Choices => Mappings.Select(m => (m.Name, m.Description.Length > 0 ? $"{m.Name}: {m.Description}" : m.Name));

    /// <summary>The imports made.</summary>
    public Table Table => new(
        new("Importaciones hechas", "Imports made"),
        [
            new("number", new("Número", "Number"), ColumnKind.RowHeader), new("when", new("Cuándo", "When"), ColumnKind.Code), new("actor", new("Quién", "Who")), new("file", new("Archivo", "File")),
            new("mapping", new("Correspondencia", "Mapping")), new("state", new("Resultado", "Result")), new("documents", new("Documentos", "Documents"), ColumnKind.Figure),
            new("posted", new("Nuevos", "New"), ColumnKind.Figure), new("refused", new("Rechazados", "Refused"), ColumnKind.Figure),
        ],
        [.. Runs.Select(run => new TableRow(
        [
            TableCell.Of(run.Number.ToString(CultureInfo.InvariantCulture)), TableCell.Of(run.StartedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), TableCell.Of(run.Actor), TableCell.Of(run.FileName),
            TableCell.Of(run.Mapping), TableCell.Of(Request.Site.Text(ImportWords.State(run.State))), TableCell.Of(run.Counts.Documents), TableCell.Of(run.State == ImportState.Applied ? run.Counts.Posted : 0L), TableCell.Of(run.Counts.Refused),
        ]))]);
}

/// <summary>An uploaded table: what would come of it, or what came.</summary>
/// <param name="Request">Who works, on which year.</param>
/// <param name="Upload">The table.</param>
public sealed record ImportView(WorkRequest Request, ImportUpload Upload)
{
    private const int MostShown = 100;

    /// <summary>What would come of it, or came.</summary>
    public ImportTableOutcome Outcome => Upload.Outcome ?? new() { State = ImportState.Tried };

    /// <summary>Address of a page of this upload.</summary>
    public string To(string page = "") => Request.To($"/imports/{Upload.Id}{page}");

    /// <summary>What was counted.</summary>
    public Table Counts => new(
        new("Qué hay en el archivo", "What the file holds"),
        [
            new("rows", new("Renglones", "Rows"), ColumnKind.Figure), new("documents", new("Documentos", "Documents"), ColumnKind.Figure), new("posted", new("Nuevos", "New"), ColumnKind.Figure),
            new("already", new("Ya registrados", "On record"), ColumnKind.Figure), new("refused", new("Con problemas", "With problems"), ColumnKind.Figure), new("warnings", new("Con avisos", "With warnings"), ColumnKind.Figure),
        ],
        [new([TableCell.Of(Outcome.Rows), TableCell.Of(Outcome.Documents), TableCell.Of(Outcome.Posted), TableCell.Of(Outcome.AlreadyPosted), TableCell.Of(Outcome.Refused), TableCell.Of(Outcome.WarningCount)])]);

    /// <summary>What is wrong.</summary>
    public Table Problems => Told(new("Problemas", "Problems"), Outcome.Problems);

    /// <summary>What is odd.</summary>
    public Table Warnings => Told(new("Avisos", "Warnings"), Outcome.Warnings);

    /// <summary>The first rows, as they were understood.</summary>
    public Table Preview
    {
        get
        {
            var form = ImportForms.Of(Upload.Mapping.Kind);
            var used = Enumerable.Range(0, form.Fields.Count).Where(i => Upload.Mapping.Fields.ContainsKey(form.Fields[i].Name)).ToList();
            return new(
                new("Los primeros renglones, como se entendieron", "The first rows, as they were understood"),
                [new("line", new("Línea", "Line"), ColumnKind.RowHeader), .. used.Select(i => new TableColumn(form.Fields[i].Name, new(form.Fields[i].Name, form.Fields[i].Name), form.Fields[i].Type == ImportFieldType.Amount ? ColumnKind.Figure : ColumnKind.Text))],
                [.. Outcome.Preview.Select(row => new TableRow([TableCell.Of(Number(row.Line)), .. used.Select(i => TableCell.Of(row.Fields[i]))]))]);
        }
    }

    /// <summary>What the rows add up to.</summary>
    public Table Totals
    {
        get
        {
            var stages = LedgerNames.Stages.Where(stage => Outcome.Totals.Any(t => t.Stages.ContainsKey(stage))).ToList();
            return new(
                new("Lo que suman los renglones", "What the rows add up to"),
                [new("project", new("Proyecto", "Project"), ColumnKind.RowHeader), .. stages.Select(stage => new TableColumn(stage.ToString(), stage.Name(), ColumnKind.Figure))],
                [
                    .. Outcome.Totals.Take(MostShown).Select(t => new TableRow([TableCell.Of(t.Project), .. stages.Select(stage => TableCell.Of(t.Stages.TryGetValue(stage, out var sum) ? sum : (Money?)null))])),
                    new([TableCell.Of(Request.Site.Text("Total", "Total")), .. stages.Select(stage => TableCell.Of((Money?)new Money(Outcome.Totals.Sum(t => t.Stages.GetValueOrDefault(stage).Centavos))))], IsTotal: true),
                ]);
        }
    }

    private Table Told(LocalizedText caption, IReadOnlyList<Problem> problems) => new(
        caption,
        [new("line", new("Línea", "Line"), ColumnKind.RowHeader), new("problem", new("Qué pasa", "What is wrong"), ColumnKind.Prose), new("reads", new("Dice", "Reads")), new("remedy", new("Cómo corregirlo", "How to mend it"), ColumnKind.Prose), new("rule", new("Regla", "Rule"), ColumnKind.Code)],
        [.. problems.Take(MostShown).Select(p => new TableRow([TableCell.Of(p.Place.Line > 0 ? Number(p.Place.Line) : "—"), TableCell.Of(Request.Site.Text(p.Explanation)), TableCell.Of(p.Excerpt), TableCell.Of(Request.Site.Text(p.Remedy)), TableCell.Of(p.Code)]))]);

    private static string Number(int line) => line.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Which column each datum of an uploaded table comes from.</summary>
/// <param name="Request">Who works, on which year.</param>
/// <param name="Upload">The table.</param>
/// <param name="Form">The form.</param>
/// <param name="Columns">The columns of the file.</param>
public sealed record ImportColumnsView(WorkRequest Request, ImportUpload Upload, Form Form, IReadOnlyList<string> Columns)
{
    /// <summary>What a field's list offers: the file's columns, and what the mapping says now when that is something else.</summary>
    public IEnumerable<(string Value, string Text)> Choices(ImportField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var now = Upload.Mapping.Fields.TryGetValue(field.Name, out var source) ? ImportWords.Written(source) : "";
        return now.Length > 0 && !Columns.Contains(now) ? [(now, now), .. Columns.Select(c => (c, c))] : Columns.Select(c => (c, c));
    }
}

/// <summary>How mappings and results are written on pages.</summary>
internal static class ImportWords
{
    /// <summary>Stands between joined columns in a list's value.</summary>
    public const string Joint = " + ";

    /// <summary>How an import ended, in a word.</summary>
    public static LocalizedText State(ImportState state) => state switch
    {
        ImportState.Applied => new("registrada", "recorded"),
        ImportState.Refused => new("rechazada", "refused"),
        ImportState.Cancelled => new("cancelada", "cancelled"),
        _ => new("ensayo", "dry run"),
    };

    /// <summary>A source as a list writes it: <c>=2023</c> for a constant, <c>UR + PP</c> for joined columns.</summary>
    public static string Written(FieldSource source) => source.Constant is { } constant ? "=" + constant : string.Join(Joint, source.Columns);

    /// <summary>The source that a list's value writes.</summary>
    public static FieldSource Read(string written) => written.StartsWith('=') ? FieldSource.Always(written[1..]) : FieldSource.Of(written.Split(Joint));
}
