namespace Avance.Findings.Rules;

/// <summary>The report was published more than 30 days after the quarter's close.</summary>
internal sealed class Avp068LatePublication() : Rule("AVP-068", Severity.Error)
{
    public override LocalizedText Title { get; } = new(
        "Publicación fuera de plazo",
        "Late publication");

    public override LocalizedText Condition { get; } = new(
        "El informe se publicó más de 30 días después del cierre del trimestre.",
        "The report was published more than 30 days after the quarter's close.");

    public override LocalizedText Remedy { get; } = new(
        "Publique los siguientes informes dentro de los 30 días naturales posteriores al cierre.",
        "Publish the next reports within 30 calendar days of the close.");

    public override LocalizedText Reason { get; } = new(
        "La información se difunde a más tardar 30 días después del cierre del periodo (LGCG, arts. 51 y 58).",
        "Information is published no later than 30 days after the period's close (LGCG arts. 51 and 58).");

    public override LocalizedText? Requires { get; } = new(
        "La fecha de publicación.",
        "The date of publication.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        var deadline = context.Report.Period.PublicationDeadline;
        if (context.PublishedOn is { } published && published > deadline)
        {
            yield return About(
                Same(context.Report.Entity.Code),
                new(
                    $"Publicación fuera de plazo: {Wording.Date(published).Spanish}; el límite era el {Wording.Date(deadline).Spanish}.",
                    $"Published late: {Wording.Date(published).English}; the limit was {Wording.Date(deadline).English}."),
                new FindingFigure("daysLate", published.DayNumber - deadline.DayNumber));
        }
    }
}
