using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>The municipality is «Cobertura Estatal» and the locality is a particular one.</summary>
internal sealed class Avp031StateWideLocality() : ProjectRule("AVP-031", Severity.Error)
{
    public override LocalizedText Title { get; } = new(
        "Cobertura estatal con localidad",
        "State-wide coverage with a locality");

    public override LocalizedText Condition { get; } = new(
        "El municipio es «Cobertura Estatal» y la localidad es una en particular.",
        "The municipality is «Cobertura Estatal» and the locality is a particular one.");

    public override LocalizedText Remedy { get; } = new(
        "Deje la localidad como «Cobertura Estatal», o escriba el municipio al que pertenece.",
        "Leave the locality as «Cobertura Estatal», or write the municipality it belongs to.");

    public override LocalizedText Reason { get; } = new(
        "Una obra o acción es de todo el estado o de un lugar; las dos cosas a la vez se contradicen.",
        "A work or action belongs to the whole state or to a place; both at once contradict each other.");

    protected override Finding? CheckProject(ReportProject project, CheckContext context) =>
        Coverage.IsStateWide(project.Municipality) && Coverage.IsPlace(project.Locality)
            ? About(
                project,
                new(
                    $"{project.Key} tiene cobertura estatal y la localidad «{project.Locality}»; con cobertura estatal no se captura localidad.",
                    $"{project.Key} covers the whole state and has the locality «{project.Locality}»; state-wide coverage takes no locality."))
            : null;
}
