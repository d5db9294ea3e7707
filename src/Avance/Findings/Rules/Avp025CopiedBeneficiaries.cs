namespace Avance.Findings.Rules;

/// <summary>Two projects or more report the same women, men and people, and they are not zero.</summary>
internal sealed class Avp025CopiedBeneficiaries() : Rule("AVP-025", Severity.Warning)
{
    public override LocalizedText Title { get; } = new(
        "Los mismos beneficiarios en dos proyectos",
        "The same beneficiaries in two projects");

    public override LocalizedText Condition { get; } = new(
        "Dos proyectos o más informan las mismas mujeres, hombres y personas, y no son cero.",
        "Two projects or more report the same women, men and people, and they are not zero.");

    public override LocalizedText Remedy { get; } = new(
        "Confirme que no se copiaron de un proyecto a otro; corrija el que no tenga padrón o lista de asistencia.",
        "Confirm that they were not copied from one project to another; correct the one without a register or attendance list.");

    public override LocalizedText Reason { get; } = new(
        "Tres cifras iguales en proyectos distintos rara vez son casualidad.",
        "Three equal figures in different projects are seldom chance.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        var groups = context.Facts.Projects
            .Where(p => p.Beneficiaries is { Women: not null, Men: not null, People: > 0 })
            .GroupBy(p => $"{p.Beneficiaries.Women} {p.Beneficiaries.Men} {p.Beneficiaries.People}", StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var projects = group.ToList();
            if (projects.Count > 1)
            {
                var (women, men, people) = projects[0].Beneficiaries;
                var keys = Wording.List(projects.Select(p => p.Key));
                yield return About(
                    projects,
                    new(
                        $"{keys.Spanish} reportan los mismos beneficiarios ({Figure.Print(women)} / {Figure.Print(men)} / {Figure.Print(people)}).",
                        $"{keys.English} report the same beneficiaries ({Figure.Print(women)} / {Figure.Print(men)} / {Figure.Print(people)})."),
                    new FindingFigure("women", women), new FindingFigure("men", men), new FindingFigure("people", people));
            }
        }
    }
}
