using Avance.Catalogs;
using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>The municipality is not in INEGI's catalogue for Chiapas nor a general coverage. The locality will be checked once its catalogue is loaded.</summary>
internal sealed class Avp030UnknownMunicipality() : ProjectRule("AVP-030", Severity.Error)
{
    public override LocalizedText Title { get; } = new(
        "Municipio fuera del catálogo",
        "Municipality not in the catalogue");

    public override LocalizedText Condition { get; } = new(
        "El municipio no está en el catálogo del INEGI para Chiapas ni es una cobertura general. La localidad se comprobará cuando se cargue su catálogo.",
        "The municipality is not in INEGI's catalogue for Chiapas nor a general coverage. The locality will be checked once its catalogue is loaded.");

    public override LocalizedText Remedy { get; } = new(
        "Escriba el nombre oficial del municipio, o «Cobertura Estatal».",
        "Write the municipality's official name, or «Cobertura Estatal».");

    public override LocalizedText Reason { get; } = new(
        "El lugar se identifica con las claves geoestadísticas del INEGI; un nombre que no existe no se puede ubicar en el mapa.",
        "Places are identified by INEGI's geostatistical keys; a name that does not exist cannot be put on the map.");

    protected override Finding? CheckProject(ReportProject project, CheckContext context) =>
        Coverage.IsPlace(project.Municipality) && MunicipalityCatalog.FindByName(project.Municipality) is null
            ? About(
                project,
                new(
                    $"El municipio «{project.Municipality}» de {project.Key} no está en el catálogo de Chiapas.",
                    $"Municipality «{project.Municipality}» of {project.Key} is not in the catalogue of Chiapas."))
            : null;
}
