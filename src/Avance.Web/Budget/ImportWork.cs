using Avance.Access;
using Avance.App.Budget.Imports;
using Avance.App.Planning;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Budget;

/// <summary>
/// Imports in the workspace: a table is uploaded, read without keeping anything, looked at, mended if need be, and applied or
/// forgotten.
/// </summary>
internal static class ImportWork
{
    private const string One = "/imports/{id}";

    /// <summary>The table.</summary>
    public static readonly Field File = new("file", new("Archivo", "File"), new("CSV, XLSX o XLS; 64 MB como máximo. Nada se registra hasta que usted lo confirme.", "CSV, XLSX or XLS; 64 MB at most. Nothing is recorded until you confirm it."));

    /// <summary>How it is read.</summary>
    public static readonly Field Mapping = new("mapping", new("Qué es", "What it is"), new("La tabla propia o la correspondencia guardada para el sistema de donde viene.", "The table of our own, or the mapping saved for the system that it comes from."));

    /// <summary>Under which name the mapping is saved.</summary>
    public static readonly Field Name = new("name", new("Nombre de la correspondencia", "The mapping's name"), new("Minúsculas sin acento, dígitos y guiones: sap-polizas.", "Lower-case letters, digits and hyphens: sap-polizas."));

    /// <summary>A key that several columns make.</summary>
    public static readonly Field Joined = new("joined", new("Clave presupuestaria en varias columnas", "Budget key in several columns"), new("Los nombres en orden, separados por +: UR + PP + Proyecto.", "Their names in order, parted by +: UR + PP + Proyecto."));

    /// <summary>The list of one datum.</summary>
    public static Field Source(ImportField field) => new("source-" + field.Name.Replace('_', '-'), new(field.Name, field.Name), field.Meaning);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapWork("/imports", Act.ImportTables, r => WithYear(r, () => List(r, new Form(r.Site), StatusCodes.Status200OK)), Upload, maxBytes: ImportUploads.MaxFileBytes + WorkRoutes.MaxFormBytes);
        routes.MapWork(One, Act.ImportTables, r => WithUpload(r, upload => Show(r, upload)));
        routes.MapWork(One + "/columns", Act.ImportTables, r => WithUpload(r, upload => Columns(r, upload, Filled(r, upload), StatusCodes.Status200OK)), SaveColumns);
        routes.MapWork(One + "/rejects", Act.ImportTables, r => WithUpload(r, upload => Rejects(r, upload)));
        routes.MapWork(One + "/apply", Act.ImportTables, null, Apply);
        routes.MapWork(One + "/cancel", Act.ImportTables, null, Cancel);
    }

    private static IResult List(WorkRequest request, Form form, int status) => Html.Page<ImportListPage>(new ImportListView(
        request, form, request.Get<ImportMappings>().Runs(request.Entity, 50), [.. request.Get<ImportMappings>().Saved(request.Entity).Select(s => s.Mapping), .. BuiltInMappings.All]), status);

    private static IResult Upload(WorkRequest request, Form form) => WithYear(request, () =>
    {
        var file = form.File(File, ImportUploads.MaxFileBytes);
        var name = form.Text(Mapping, ImportMapping.MaxNameLength);
        return form.Submit(
            () =>
            {
                var mapping = request.Get<ImportMappings>().Find(request.Entity, name);
                var upload = request.Get<ImportUploads>().Add(request.Entity, request.Year, file!, mapping, request.Actor);
                return request.Next(request.To($"/imports/{upload.Id}"), null);
            },
            (f, status) => List(request, f, status));
    });

    private static IResult Show(WorkRequest request, ImportUpload upload)
    {
        // Most tables are read by then, and nobody has to ask again.
        upload.Wait(TimeSpan.FromSeconds(1));
        return Html.Page<ImportPage>(new ImportView(request, upload));
    }

    private static IResult Columns(WorkRequest request, ImportUpload upload, Form form, int status) =>
        Html.Page<ImportColumnsPage>(new ImportColumnsView(request, upload, form, ImportColumns.Of(upload.Path)), status);

    private static Form Filled(WorkRequest request, ImportUpload upload)
    {
        var form = new Form(request.Site).With(Name, BuiltInMappings.Find(upload.Mapping.Name) is null ? upload.Mapping.Name : "");
        foreach (var field in ImportForms.Of(upload.Mapping.Kind).Fields)
        {
            form.With(Source(field), upload.Mapping.Fields.TryGetValue(field.Name, out var source) ? ImportWords.Written(source) : "");
        }

        return form;
    }

    private static IResult SaveColumns(WorkRequest request, Form form) => WithUpload(request, upload =>
    {
        var name = form.Text(Name, ImportMapping.MaxNameLength);
        var sources = new Dictionary<string, FieldSource>(StringComparer.Ordinal);
        foreach (var field in ImportForms.Of(upload.Mapping.Kind).Fields)
        {
            if (form.Text(Source(field), 2_000, required: false) is { Length: > 0 } written)
            {
                sources[field.Name] = ImportWords.Read(written);
            }
        }

        if (form.Text(Joined, 2_000, required: false) is { Length: > 0 } joined)
        {
            sources["clave_presupuestaria"] = FieldSource.Of(joined.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }

        return form.Submit(
            () =>
            {
                var saved = request.Get<ImportMappings>().Save(request.Entity, upload.Mapping with { Name = name, Fields = sources }, request.Actor);
                request.Get<ImportUploads>().Try(upload, saved.Mapping, request.Actor);
                return request.Next(request.To($"/imports/{upload.Id}"));
            },
            (f, status) => Columns(request, upload, f, status));
    });

    private static IResult Rejects(WorkRequest request, ImportUpload upload) => !upload.IsBusy && System.IO.File.Exists(upload.RejectsPath)
        ? Results.File(upload.RejectsPath, "text/csv; charset=utf-8", $"rechazos-{Path.GetFileNameWithoutExtension(upload.FileName)}.csv")
        : request.NotFound(new("Este archivo no tiene renglones rechazados.", "This file has no refused rows."));

    private static IResult Apply(WorkRequest request, Form form) => WithUpload(request, upload =>
    {
        if (upload.Stage == UploadStage.Tried)
        {
            request.Get<ImportUploads>().Apply(upload, validOnly: true, request.Actor);
        }

        return request.Next(request.To($"/imports/{upload.Id}"), null);
    });

    private static IResult Cancel(WorkRequest request, Form form) => WithUpload(request, upload =>
    {
        var wasBusy = upload.IsBusy;
        request.Get<ImportUploads>().Cancel(upload);
        return request.Next(request.To(wasBusy ? $"/imports/{upload.Id}" : "/imports"), null);
    });

    private static IResult WithYear(WorkRequest request, Func<IResult> answer) => request.Get<PlanQueries>().Find(request.Entity, request.Year) is not null
        ? answer()
        : request.NotFound(new($"{request.Entity} no ha iniciado el ejercicio {request.Year}.", $"{request.Entity} has not started the fiscal year {request.Year}."));

    private static IResult WithUpload(WorkRequest request, Func<ImportUpload, IResult> answer) =>
        request.Get<ImportUploads>().Find(request.Entity, request.Year, request.Route("id")) is { } upload
            ? answer(upload)
            : request.NotFound(new("Ese archivo ya no está aquí: se descartó, o el programa se reinició. Súbalo de nuevo; nada se registró dos veces.", "That file is no longer here: it was dropped, or the program was started anew. Upload it again; nothing was recorded twice."));
}
