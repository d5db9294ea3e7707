using Avance.Catalogs;

namespace Avance.Findings.Rules;

/// <summary>The code is none of the 169 targets of the Sustainable Development Goals.</summary>
internal sealed class Avp032UnknownSdgTarget() : Rule("AVP-032", Severity.Error)
{
    public override LocalizedText Title { get; } = new(
        "Meta ODS inexistente",
        "Unknown SDG target");

    public override LocalizedText Condition { get; } = new(
        "El código no es una de las 169 metas de los Objetivos de Desarrollo Sostenible.",
        "The code is none of the 169 targets of the Sustainable Development Goals.");

    public override LocalizedText Remedy { get; } = new(
        "Escriba el código de la meta, como 16.7 o 1.a; 16.10 no es 16.1.",
        "Write the target's code, such as 16.7 or 1.a; 16.10 is not 16.1.");

    public override LocalizedText Reason { get; } = new(
        "La alineación con la Agenda 2030 se consulta por meta; un código inexistente no cuenta en ninguna.",
        "Alignment with the 2030 Agenda is looked up by target; an unknown code counts in none.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        foreach (var project in context.Facts.Projects)
        {
            foreach (var code in project.SdgTargets)
            {
                if (!string.IsNullOrWhiteSpace(code) && SdgCatalog.Find(code.Trim()) is null)
                {
                    yield return About(
                        project,
                        new(
                            $"La meta ODS {code} de {project.Key} no existe.",
                            $"SDG target {code} of {project.Key} does not exist."));
                }
            }
        }
    }
}
