using System.Globalization;
using Avance.Access;
using Avance.Planning;
using Avance.Web.Capture;
using Avance.Web.Ui;

namespace Avance.Web.Work;

/// <summary>A year of an office that something is on record of.</summary>
/// <param name="Entity">The office.</param>
/// <param name="Year">The fiscal year.</param>
/// <param name="State">Where its plan stands; null when it was never started.</param>
/// <param name="Reports">How many of its quarters have a report.</param>
public sealed record WorkYear(PublicEntity Entity, int Year, PlanState? State, int Reports)
{
    /// <summary>What comes next in it.</summary>
    public LocalizedText Next => State switch
    {
        null => new("Iniciar el ejercicio, para planearlo aquí.", "Start the year, to plan it here."),
        PlanState.Draft => new("Completar el plan y el presupuesto, y aprobarlos.", "Complete the plan and the budget, and approve them."),
        PlanState.Approved => new("Cargar el presupuesto aprobado, si falta, y abrir el ejercicio.", "Load the approved budget, if it is missing, and open the year."),
        PlanState.Open => new("Importar movimientos y avance, y registrar adecuaciones.", "Import movements and progress, and record amendments."),
        _ => new("Nada: el ejercicio está cerrado.", "Nothing: the year is closed."),
    };
}

/// <summary>The door of the workspace.</summary>
/// <param name="Visit">The request.</param>
/// <param name="Years">The years of the visitor's offices.</param>
public sealed record WorkIndex(WorkVisit Visit, IReadOnlyList<WorkYear> Years)
{
    /// <summary>What the person has to do in the quarters that are being captured.</summary>
    public IReadOnlyList<Duty> Duties { get; } = Duty.Of(Visit);

    /// <summary>The offices whose people the visitor looks after.</summary>
    public IEnumerable<string> PeopleOf => Visit.Visitor.Offices.Where(office => Visit.Visitor.Can(Act.ManagePeople, office));

    /// <summary>The offices whose journal the visitor may read.</summary>
    public IEnumerable<string> JournalOf => Visit.Visitor.Offices.Where(office => Visit.Visitor.Can(Act.SeeJournal, office));

    /// <summary>The years, and what comes next in each.</summary>
    public Table Table => new(
        new("Ejercicios", "Fiscal years"),
        [
            new("year", new("Ejercicio", "Year"), ColumnKind.Code),
            new("entity", new("Ente público", "Public entity"), ColumnKind.RowHeader),
            new("state", new("Estado", "State")),
            new("reports", new("Informes", "Reports"), ColumnKind.Figure),
            new("next", new("Qué sigue", "What comes next"), ColumnKind.Prose),
        ],
        [.. Years.Select(y => new TableRow(
        [
            TableCell.Of(y.Year.ToString(CultureInfo.InvariantCulture)),
            TableCell.Of($"{y.Entity.Code} · {y.Entity.Name}", WorkRequest.At(Visit.Site, y.Entity.Code, y.Year)),
            TableCell.Of(Words.Capital(Visit.Site.Text(y.State?.Name() ?? new("sin iniciar", "not started")))),
            TableCell.Of((long)y.Reports),
            TableCell.Of(Visit.Site.Text(y.Next)),
        ]))]);
}
