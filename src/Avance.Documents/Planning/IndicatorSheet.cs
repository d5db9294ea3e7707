using System.Globalization;
using Avance.Planning;

namespace Avance.Documents.Planning;

/// <summary>The technical sheet of an indicator (<em>ficha técnica</em>).</summary>
internal static class IndicatorSheet
{
    public static PlanSheet Of(AnnualPlan plan, PlannedProject project, Indicator indicator, Language language)
    {
        string Say(string spanish, string english) => language == Language.English ? english : spanish;
        return new(
            plan.Entity.Name,
            Say($"Ficha técnica de indicador · {plan.Year.Year}", $"Technical sheet of an indicator · {plan.Year.Year}"),
            string.Create(CultureInfo.InvariantCulture, $"{project.Address}/{indicator.Position}"),
            indicator.Name,
            [
                new(Say("Pertenencia", "Where it belongs"),
                [
                    new(Say("Proyecto", "Project"), $"{project.Address} {project.Name}"),
                    new(Say("Unidad responsable de reportar", "Unit that reports"), ProjectCover.UnitPath(plan, project.UnitCode)),
                    new(Say("Nivel de la matriz", "Level of the framework"), PlanWords.Levels.Text(indicator.Level).In(language)),
                    new(Say("Programa presupuestario", "Budget programme"), $"{project.ProgrammeCode} {plan.Programme(project.ProgrammeCode)?.Name}".Trim()),
                    new(Say("Objetivo que mide", "Objective that it measures"), indicator.Objective, IsWide: true),
                ]),
                new(Say("Medición", "Measurement"),
                [
                    new(Say("Dimensión", "Dimension"), PlanWords.Dimensions.Text(indicator.Dimension).In(language)),
                    new(Say("Tipo", "Type"), PlanWords.Types.Text(indicator.Type).In(language)),
                    new(Say("Unidad de medida", "Unit of measure"), indicator.UnitOfMeasure),
                    new(Say("Frecuencia", "Frequency"), PlanWords.Frequencies.Text(indicator.Frequency).In(language)),
                    new(Say("Sentido", "Direction"), PlanWords.Directions.Text(indicator.Direction).In(language)),
                    new(Say("Acumulación", "Accumulation"), PlanWords.Accumulations.Text(indicator.Accumulation).In(language)),
                    new(Say("Numerador", "Numerator"), indicator.Numerator),
                    new(Say("Denominador", "Denominator"), indicator.Denominator),
                    new(Say("Línea base", "Baseline"), Figure.Print(indicator.Baseline)),
                    new(Say("Meta anual", "Annual target"), Figure.Print(indicator.AnnualTarget ?? indicator.CalendarTarget)),
                    new(Say("Fórmula de cumplimiento", "Formula of fulfilment"), PlanWords.Formulas.Text(indicator.Formula).In(language), IsWide: true),
                ]),
                new(Say("Calendario", "Calendar"), [], Calendar(indicator, language)),
                new(Say("Semáforo", "Traffic light"), [], Bands(indicator.Bands, language)),
                new(Say("Verificación", "Verification"),
                [
                    new(Say("Medio de verificación", "Means of verification"), indicator.MeansOfVerification, IsWide: true),
                    new(Say("Supuestos", "Assumptions"), indicator.Assumptions, IsWide: true),
                ]),
            ],
            [],
            language);
    }

    private static SheetTable Calendar(Indicator indicator, Language language) => new(
        language == Language.English ? "Target by month" : "Meta por mes",
        [
            .. Enumerable.Range(1, 12).Select(month => new SheetColumn(MonthName.Abbreviation(month).In(language), 10, SheetColumnKind.Quantity)),
            new(language == Language.English ? "Year" : "Año", 12, SheetColumnKind.Quantity),
        ],
        [new([.. indicator.Calendar.Select(SheetCell.Of), SheetCell.Of(indicator.CalendarTarget)])]);

    private static SheetTable Bands(ThresholdSet bands, Language language)
    {
        string Say(string spanish, string english) => language == Language.English ? english : spanish;
        return new(
            Say($"Porcentaje de lo programado al periodo ({bands.Name.Spanish})", $"Percentage of what was due by the period ({bands.Name.English})"),
            [new(Say("Color", "Colour"), 12), new(Say("Nombre", "Name"), 20), new(Say("Desde %", "From %"), 10, SheetColumnKind.Quantity), new(Say("Hasta %", "To %"), 10, SheetColumnKind.Quantity), new(Say("Requiere justificación", "Needs explanation"), 14)],
            [.. bands.Bands.Select(band => new SheetRow(
            [
                new(Color(band.Color).In(language)),
                new(band.Label.In(language)),
                SheetCell.Of(band.From),
                SheetCell.Of(band.To),
                new(band.NeedsExplanation ? Say("Sí", "Yes") : "No"),
            ]))]);
    }

    private static LocalizedText Color(RagColor color) => color switch
    {
        RagColor.Green => new("Verde", "Green"),
        RagColor.Yellow => new("Amarillo", "Yellow"),
        RagColor.Orange => new("Naranja", "Orange"),
        RagColor.Red => new("Rojo", "Red"),
        _ => new("Morado", "Purple"),
    };
}
