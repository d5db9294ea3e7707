using Avance.Access;

namespace Avance.Web.Work;

/// <summary>A part of the work on one year, as its navigation offers it.</summary>
/// <param name="Suffix">What follows the year in its address; nothing for the year's own page.</param>
/// <param name="Name">Its name.</param>
/// <param name="Purpose">What it is for, in a sentence.</param>
/// <param name="Act">What it is for: it is offered to who may.</param>
public sealed record WorkSection(string Suffix, LocalizedText Name, LocalizedText Purpose, Act Act = Act.EnterWork);

/// <summary>The parts of the work on one year, in the order in which they come.</summary>
public static class WorkSections
{
    /// <summary>The year itself.</summary>
    public static WorkSection Year { get; } = new("", new("Ejercicio", "Year"), new("En qué va el año y qué sigue.", "How the year stands and what comes next."));

    /// <summary>The annual plan.</summary>
    public static WorkSection Plan { get; } = new("/plan", new("Planeación", "Planning"), new("Unidades, programas, proyectos, indicadores y sus calendarios.", "Units, programmes, projects, indicators and their calendars."));

    /// <summary>Where the year would end.</summary>
    public static WorkSection Outlook { get; } = new("/outlook", new("Perspectiva", "Outlook"), new("Dónde se separan metas y dinero, y cómo terminaría el año.", "Where targets and money part, and how the year would end."));

    /// <summary>Amendments of budget and targets.</summary>
    public static WorkSection Amendments { get; } = new("/amendments", new("Adecuaciones", "Amendments"), new("Cambiar el presupuesto y sus metas, con su acuerdo y su justificación.", "Change the budget and its targets, with agreement and justification."));

    /// <summary>Tables of other systems.</summary>
    public static WorkSection Imports { get; } = new("/imports", new("Importar", "Import"), new("Plan, presupuesto, movimientos y avances desde tablas CSV, XLSX o XLS.", "Plan, budget, entries and progress from CSV, XLSX or XLS tables."), Act.ImportTables);

    /// <summary>The quarters as units capture them.</summary>
    public static WorkSection Capture { get; } = new("/capture", new("Captura", "Capture"), new("El avance de cada unidad, trimestre a trimestre: capturarlo, revisarlo y firmarlo.", "Each unit's progress, quarter by quarter: to capture, review and sign it."));

    /// <summary>The reports of the quarters.</summary>
    public static WorkSection Issue { get; } = new("/issue", new("Emitir", "Issue"), new("El informe de cada trimestre, compuesto de sus documentos.", "Each quarter's report, composed from its documents."), Act.Publish);

    /// <summary>Where figures come from.</summary>
    public static WorkSection Trace { get; } = new("/trace", new("Rastro", "Trail"), new("Cada cifra, desde quien la capturó hasta el libro.", "Each figure, from who typed it to the ledger."), Act.SeeTrace);

    /// <summary>Every part.</summary>
    public static IReadOnlyList<WorkSection> All { get; } = [Year, Plan, Capture, Amendments, Imports, Issue, Outlook, Trace];
}
