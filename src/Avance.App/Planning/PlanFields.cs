using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Avance.Planning;

namespace Avance.App.Planning;

/// <summary>A field of a plan's row, as the journal keeps it and as people are told of it.</summary>
internal readonly record struct PlanFieldValue(string Id, LocalizedText Label, string Value);

/// <summary>The rows of a plan field by field: what the journal keeps, and what two people who collide must see.</summary>
internal static class PlanFields
{
    private const int MostShown = 6;

    public static List<PlanFieldValue> Of(ResponsibleUnit unit) =>
    [
        new("code", new("clave", "code"), unit.Code),
        new("name", new("nombre", "name"), unit.Name),
        new("parent", new("depende de", "belongs to"), unit.Parent ?? ""),
        new("position", new("lugar", "place"), Figure.Grouped(unit.Position, 0)),
    ];

    public static List<PlanFieldValue> Of(BudgetProgramme programme) =>
    [
        new("code", new("clave", "code"), programme.Code),
        new("name", new("nombre", "name"), programme.Name),
    ];

    public static List<PlanFieldValue> Of(PlannedProject p) =>
    [
        new("position", new("lugar", "place"), Figure.Grouped(p.Position, 0)),
        new("unit", new("unidad", "unit"), p.UnitCode),
        new("key", new("clave", "key"), p.Key),
        new("name", new("nombre", "name"), p.Name),
        new("programme", new("programa", "programme"), p.ProgrammeCode),
        new("type", new("tipo", "type"), PlanWords.ProjectTypes.Token(p.Type)),
        new("subfunction", new("subfunción", "subfunction"), p.Subfunction),
        new("sdgTargets", new("metas ODS", "SDG targets"), string.Join(' ', p.SdgTargets)),
        new("planAlignment", new("alineación", "alignment"), p.PlanAlignment),
        new("objective", new("objetivo", "objective"), p.Objective),
        new("municipality", new("municipio", "municipality"), p.Municipality),
        new("locality", new("localidad", "locality"), p.Locality),
        new("beneficiaryType", new("tipo de beneficiario", "beneficiary type"), PlanWords.BeneficiaryTypes.Token(p.BeneficiaryType)),
        new("beneficiaryAccumulation", new("acumulación de beneficiarios", "beneficiary accumulation"), PlanWords.BeneficiaryAccumulations.Token(p.BeneficiaryAccumulation)),
        new("women", new("mujeres", "women"), Figure.Print(p.PopulationWomen)),
        new("men", new("hombres", "men"), Figure.Print(p.PopulationMen)),
        new("addedByAmendment", new("nació por adecuación", "added by amendment"), p.AddedByAmendment ? "sí" : "no"),
        new("closed", new("cerrado", "closed"), p.Closed ? "sí" : "no"),
    ];

    public static List<PlanFieldValue> Of(Indicator i) =>
    [
        new("position", new("lugar", "place"), Figure.Grouped(i.Position, 0)),
        new("level", new("nivel", "level"), PlanWords.Levels.Token(i.Level)),
        new("objective", new("objetivo", "objective"), i.Objective),
        new("name", new("nombre", "name"), i.Name),
        new("unitOfMeasure", new("unidad de medida", "unit of measure"), i.UnitOfMeasure),
        new("dimension", new("dimensión", "dimension"), PlanWords.Dimensions.Token(i.Dimension)),
        new("type", new("tipo", "type"), PlanWords.Types.Token(i.Type)),
        new("frequency", new("frecuencia", "frequency"), PlanWords.Frequencies.Token(i.Frequency)),
        new("direction", new("sentido", "direction"), PlanWords.Directions.Token(i.Direction)),
        new("baseline", new("línea base", "baseline"), Figure.Print(i.Baseline)),
        new("numerator", new("numerador", "numerator"), i.Numerator),
        new("denominator", new("denominador", "denominator"), i.Denominator),
        new("accumulation", new("acumulación", "accumulation"), PlanWords.Accumulations.Token(i.Accumulation)),
        new("formula", new("fórmula", "formula"), PlanWords.Formulas.Token(i.Formula)),
        new("bands", new("semáforo", "traffic light"), i.Bands.Scheme),
        new("meansOfVerification", new("medio de verificación", "means of verification"), i.MeansOfVerification),
        new("assumptions", new("supuestos", "assumptions"), i.Assumptions),
        new("annualTarget", new("meta anual", "annual target"), Figure.Print(i.AnnualTarget)),
        new("calendar", new("calendario", "calendar"), PlanRows.Stored(i.Calendar)),
    ];

    public static List<PlanFieldValue> Of(FiscalYear year) =>
    [
        new("state", new("estado", "state"), year.State.Name().English),
        new("closedThrough", new("cerrado hasta", "closed through"), Figure.Grouped(year.ClosedThrough, 0)),
    ];

    /// <summary>As the journal keeps it: one small JSON object of texts.</summary>
    public static string Json(IEnumerable<PlanFieldValue> fields)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var field in fields)
            {
                json.WriteString(field.Id, field.Value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <summary>What to tell the second of two people who edited the same row: what is stored now and what they typed.</summary>
    public static RuleViolationException Conflict(LocalizedText subject, List<PlanFieldValue> stored, List<PlanFieldValue> typed)
    {
        var differing = stored.Zip(typed).Where(pair => pair.First.Value != pair.Second.Value).ToList();
        string Told(Func<LocalizedText, string> say, string theirs, string yours) => string.Join("; ", differing.Take(MostShown)
            .Select(pair => $"{say(pair.First.Label)}: {theirs} «{Short(pair.First.Value)}», {yours} «{Short(pair.Second.Value)}»"));
        return new("plan.conflict", new(
            $"Otra persona cambió {subject.Spanish} mientras usted lo editaba; lo suyo no se guardó. {Told(static l => l.Spanish, "guardado", "suyo")}. Vuelva a abrirlo y capture lo que aún haga falta.",
            $"Someone else changed {subject.English} while you were editing it; yours was not kept. {Told(static l => l.English, "stored", "yours")}. Open it again and type what is still needed."));
    }

    private static string Short(string text) => text.Length <= 80 ? text : text[..79] + "…";
}
