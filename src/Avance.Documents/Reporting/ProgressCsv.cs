using Avance.Progress;

namespace Avance.Documents.Reporting;

/// <summary>The report as one flat table: a row for each target, with its project's figures repeated in each.</summary>
internal static class ProgressCsv
{
    public static void Write(ProgressReport report, Language language, Stream output)
    {
        using var csv = new CsvWriter(output);
        csv.Header(Columns.Select(c => c.In(language)));
        var explanations = report.Explanations.ToLookup(e => e.Key, e => e.Text, StringComparer.Ordinal);
        foreach (var function in report.Functions)
        {
            foreach (var subfunction in function.Subfunctions)
            {
                foreach (var type in subfunction.ProjectTypes)
                {
                    foreach (var project in type.Projects)
                    {
                        void WriteRow(int number, ReportTarget? target)
                        {
                            csv.Text(report.Entity.Code);
                            csv.Text(report.Entity.Name);
                            csv.Text(report.Period.ToString());
                            csv.Text(function.Name);
                            csv.Text(subfunction.Name);
                            csv.Text(type.Name);
                            WriteProject(csv, project);
                            WriteTarget(csv, number, target);
                            csv.Text(string.Join(' ', explanations[project.Key]));
                            csv.EndRow();
                        }

                        for (var i = 0; i < project.Targets.Count; i++)
                        {
                            WriteRow(i + 1, project.Targets[i]);
                        }

                        if (project.Targets.Count == 0)
                        {
                            WriteRow(0, null);
                        }
                    }
                }
            }
        }
    }

    private static void WriteProject(CsvWriter csv, ReportProject project)
    {
        csv.Number(project.Number);
        csv.Text(project.Key);
        csv.Text(string.Join(' ', project.SdgTargets));
        csv.Text(project.Name);
        csv.Number(project.Budget.Approved);
        csv.Number(project.Budget.Revised);
        csv.Number(project.Budget.Accrued);
        csv.Text(project.Municipality);
        csv.Text(project.Locality);
        csv.Number(project.Beneficiaries.Women);
        csv.Number(project.Beneficiaries.Men);
        csv.Number(project.Beneficiaries.People);
    }

    private static void WriteTarget(CsvWriter csv, int number, ReportTarget? target)
    {
        csv.Number(target is null ? null : (decimal?)number);
        csv.Text(target?.Description);
        csv.Text(target?.UnitOfMeasure);
        csv.Number(target?.Original);
        csv.Number(target?.Revised);
        csv.Number(target?.Achieved);
        csv.Number(target?.PrintedRate);
    }

    private static readonly LocalizedText[] Columns =
    [
        new("Código del ente público", "Entity code"),
        new("Ente público", "Entity"),
        new("Periodo", "Period"),
        new("Función", "Function"),
        new("Subfunción", "Subfunction"),
        new("Tipo de proyecto", "Project type"),
        new("Número de proyecto", "Project number"),
        new("Clave del proyecto", "Project key"),
        new("Metas ODS", "SDG targets"),
        new("Proyecto", "Project"),
        new("Presupuesto aprobado", "Approved budget"),
        new("Presupuesto modificado", "Revised budget"),
        new("Presupuesto devengado", "Accrued expenditure"),
        new("Municipio", "Municipality"),
        new("Localidad", "Locality"),
        new("Mujeres", "Women"),
        new("Hombres", "Men"),
        new("Personas", "People"),
        new("Número de meta", "Target number"),
        new("Meta", "Target"),
        new("Unidad de medida", "Unit of measure"),
        new("Meta programada anual", "Original annual target"),
        new("Meta modificada anual", "Revised annual target"),
        new("Meta alcanzada al periodo", "Achieved to date"),
        new("Porcentaje de cumplimiento", "Fulfilment rate"),
        new("Justificación", "Deviation explanation"),
    ];
}
