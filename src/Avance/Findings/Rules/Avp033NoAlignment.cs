using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>The project has no target of the Sustainable Development Goals.</summary>
internal sealed class Avp033NoAlignment() : ProjectRule("AVP-033", Severity.Warning)
{
    public override LocalizedText Title { get; } = new(
        "Proyecto sin alineación",
        "Project without alignment");

    public override LocalizedText Condition { get; } = new(
        "El proyecto no tiene ninguna meta de los Objetivos de Desarrollo Sostenible.",
        "The project has no target of the Sustainable Development Goals.");

    public override LocalizedText Remedy { get; } = new(
        "Anote la meta ODS a la que contribuye el proyecto, por ejemplo 16.7.",
        "Write the SDG target that the project contributes to, such as 16.7.");

    public override LocalizedText Reason { get; } = new(
        "La información programática se relaciona con los objetivos de la planeación (LGCG, art. 54).",
        "Programme information is related to the objectives of planning (LGCG art. 54).");

    protected override Finding? CheckProject(ReportProject project, CheckContext context) =>
        project.SdgTargets.All(string.IsNullOrWhiteSpace)
            ? About(
                project,
                new(
                    $"{project.Key} carece de alineación con los Objetivos de Desarrollo Sostenible.",
                    $"{project.Key} is not aligned with the Sustainable Development Goals."))
            : null;
}
