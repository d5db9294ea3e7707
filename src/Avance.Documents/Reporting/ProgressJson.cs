using System.Text.Json;
using Avance.Progress;

namespace Avance.Documents.Reporting;

/// <summary>
/// The report as JSON, for programs: figures are numbers with the printed decimals, absent figures are <c>null</c>.
/// <see cref="Schemas.JsonSchemas.ProgressReport"/> describes it. Nothing in it depends on the language.
/// </summary>
internal static class ProgressJson
{
    /// <summary>How much may wait in memory before it goes to the output.</summary>
    private const int FlushAt = 32 * 1024;

    public static void Write(ProgressReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonStyle.Options);
        json.WriteStartObject();
        json.WriteStartObject("entity");
        json.WriteString("code", report.Entity.Code);
        json.WriteString("name", report.Entity.Name);
        json.WriteEndObject();
        json.WriteString("period", report.Period.ToString());
        WriteTotals(json, report.Totals);
        json.WriteStartArray("functions");
        foreach (var function in report.Functions)
        {
            json.WriteStartObject();
            json.WriteString("name", function.Name);
            json.WriteStartArray("subfunctions");
            foreach (var subfunction in function.Subfunctions)
            {
                WriteSubfunction(json, subfunction);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("justifications");
        foreach (var explanation in report.Explanations)
        {
            json.WriteStartObject();
            json.WriteString("key", explanation.Key);
            json.WriteString("name", explanation.ProjectName);
            json.WriteString("text", explanation.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSubfunction(Utf8JsonWriter json, ReportSubfunction subfunction)
    {
        json.WriteStartObject();
        json.WriteString("name", subfunction.Name);
        WriteTotals(json, subfunction.Totals);
        json.WriteStartArray("projectTypes");
        foreach (var type in subfunction.ProjectTypes)
        {
            json.WriteStartObject();
            json.WriteString("name", type.Name);
            json.WriteStartArray("projects");
            foreach (var project in type.Projects)
            {
                WriteProject(json, project);
                if (json.BytesPending > FlushAt)
                {
                    json.Flush();
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteProject(Utf8JsonWriter json, ReportProject project)
    {
        json.WriteStartObject();
        json.WriteString("key", project.Key);
        json.WriteStartArray("sdgTargets");
        foreach (var target in project.SdgTargets)
        {
            json.WriteStringValue(target);
        }

        json.WriteEndArray();
        json.WriteString("name", project.Name);
        json.WriteStartArray("targets");
        foreach (var target in project.Targets)
        {
            json.WriteStartObject();
            json.WriteString("description", target.Description);
            json.WriteString("unitOfMeasure", target.UnitOfMeasure);
            json.WriteFigure("programmedAnnual", target.Original);
            json.WriteFigure("modifiedAnnual", target.Revised);
            json.WriteFigure("achieved", target.Achieved);
            json.WriteFigure("percent", target.PrintedRate);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteBudget(json, project.Budget);
        json.WriteString("municipality", project.Municipality);
        json.WriteString("locality", project.Locality);
        json.WriteFigure("women", project.Beneficiaries.Women);
        json.WriteFigure("men", project.Beneficiaries.Men);
        json.WriteFigure("people", project.Beneficiaries.People);
        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, BudgetFigures totals)
    {
        json.WriteStartObject("totals");
        WriteBudget(json, totals);
        json.WriteEndObject();
    }

    private static void WriteBudget(Utf8JsonWriter json, BudgetFigures budget)
    {
        json.WriteFigure("approved", budget.Approved?.Pesos);
        json.WriteFigure("modified", budget.Revised?.Pesos);
        json.WriteFigure("accrued", budget.Accrued?.Pesos);
    }
}
