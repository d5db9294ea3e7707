using Avance.Planning;

namespace Avance.App.Planning;

/// <summary>Why a plan cannot be changed as asked.</summary>
internal static class PlanRefusals
{
    /// <summary>A year that was not started, by an office or, when none is named, by any.</summary>
    public static RuleViolationException NotStarted(string? entityCode, int year) => new("plan.year", new(
        $"{(entityCode is null ? "Ningún ente" : $"{entityCode} no")} ha iniciado el ejercicio {year}. Inícielo con «avance plan start» o en la página «Planeación».",
        $"{(entityCode is null ? "No office has" : $"{entityCode} has not")} started the fiscal year {year}. Start it with «avance plan start» or on the page «Planning»."));

    /// <summary>A year that is not where it would have to be.</summary>
    /// <param name="year">The year.</param>
    /// <param name="needed">The state that what was asked needs.</param>
    public static RuleViolationException WrongState(FiscalYear year, PlanState needed) => new("plan.state", (year.State, needed) switch
    {
        (PlanState.Closed, _) => new(
            $"El ejercicio {year.Year} está cerrado; ya nada cambia en él.",
            $"The fiscal year {year.Year} is closed; nothing changes in it any more."),
        (PlanState.Draft, PlanState.Approved) => new(
            $"El plan de {year.Year} está en borrador; primero apruébelo.",
            $"The plan of {year.Year} is a draft; approve it first."),
        (PlanState.Draft, _) => new(
            $"El plan de {year.Year} está en borrador; primero apruébelo y abra el ejercicio.",
            $"The plan of {year.Year} is a draft; approve it and open the year first."),
        (PlanState.Approved, PlanState.Open) => new(
            $"El ejercicio {year.Year} está aprobado y aún no se abre; primero ábralo.",
            $"The fiscal year {year.Year} is approved and not open yet; open it first."),
        (PlanState.Open, PlanState.Approved) => new(
            $"El ejercicio {year.Year} ya está abierto.",
            $"The fiscal year {year.Year} is open already."),
        _ => new(
            $"El plan de {year.Year} está {year.State.Name().Spanish}: lo aprobado ya no se edita. Registre una adecuación.",
            $"The plan of {year.Year} is {year.State.Name().English}: what was approved is no longer edited. Record an amendment."),
    });

    /// <summary>A row that someone took out while it was being edited.</summary>
    public static RuleViolationException Gone(LocalizedText subject) => new("plan.conflict", new(
        $"Otra persona quitó {subject.Spanish} mientras usted lo editaba; lo suyo no se guardó. Si debe volver al plan, guárdelo de nuevo.",
        $"Someone else took out {subject.English} while you were editing it; yours was not kept. If it has to return to the plan, save it again."));

    /// <summary>Something decided on was changed after it was seen.</summary>
    public static RuleViolationException Changed(LocalizedText subject) => new("plan.conflict", new(
        $"Otra persona cambió {subject.Spanish} después de que usted lo vio; no se hizo nada. Vea cómo quedó y decida de nuevo.",
        $"Someone else changed {subject.English} after you saw it; nothing was done. See how it stands and decide again."));

    public static RuleViolationException Missing(LocalizedText subject) => new("plan.missing", new(
        $"El plan ya no tiene {subject.Spanish}; alguien pudo haberlo quitado. Vuelva a abrir el plan.",
        $"The plan no longer has {subject.English}; someone may have taken it out. Open the plan again."));

    public static RuleViolationException InUse(LocalizedText subject) => new("plan.in-use", new(
        $"No se puede quitar {subject.Spanish}: otros renglones del plan o del presupuesto dependen de ello. Muévalos o quítelos primero.",
        $"{subject.English} cannot be taken out: other rows of the plan or the budget hang on it. Move them or take them out first."));

    public static RuleViolationException Exists(string entityCode, int year) => new("plan.exists", new(
        $"{entityCode} ya inició el ejercicio {year}.",
        $"{entityCode} has started the fiscal year {year} already."));

    public static RuleViolationException BadYear(int year) => new("plan.year", new(
        $"{year} no es un ejercicio que se pueda planear; use un año de {FiscalYear.First} a {FiscalYear.Last}.",
        $"{year} is no fiscal year that can be planned; use a year from {FiscalYear.First} to {FiscalYear.Last}."));

    public static RuleViolationException BadApprovalDay(FiscalYear year, DateOnly day, DateOnly last) => new("plan.date", new(
        $"El plan de {year.Year} no pudo aprobarse el {day:dd/MM/yyyy}: la fecha no puede pasar del {last:dd/MM/yyyy}. Escriba el día del acuerdo.",
        $"The plan of {year.Year} cannot have been approved on {day:dd/MM/yyyy}: the date cannot be after {last:dd/MM/yyyy}. Write the day of the agreement."));

    public static RuleViolationException NoBudget(FiscalYear year) => new("plan.budget", new(
        $"El ejercicio {year.Year} no tiene presupuesto aprobado, y una vez abierto ya no podrá cargarse. Cárguelo primero, o diga que se abre sin presupuesto.",
        $"The fiscal year {year.Year} has no approved budget, and once it is open none can be loaded. Load it first, or say that it is opened without a budget."));

    public static RuleViolationException BadAdministrativeCode(string code) => new("AVP-060", new(
        $"La clave «{code}» no está en la clasificación administrativa. Un órgano autónomo estatal es 2.1.1.1.4.",
        $"Code «{code}» is not in the administrative classification. A state's autonomous body is 2.1.1.1.4."));

    public static RuleViolationException BadMonth(FiscalYear year, int month) => new("plan.month", new(
        $"No se puede cerrar hasta el mes {month}: {year.Year} está cerrado hasta el mes {year.ClosedThrough}, y los meses cerrados no se reabren.",
        $"Cannot close through month {month}: {year.Year} is closed through month {year.ClosedThrough}, and closed months are not opened again."));

    public static RuleViolationException InCapture(FiscalYear year, int quarter) => new("plan.capture", new(
        $"El ejercicio {year.Year} no se puede cerrar: la captura del trimestre {quarter} sigue abierta. Ciérrela primero.",
        $"The fiscal year {year.Year} cannot be closed: the capture of quarter {quarter} is still open. Close it first."));

    public static RuleViolationException Captured(PlannedProject project) => new("plan.captured", new(
        $"Ya se capturó avance de {project.Address}: su unidad, y la frecuencia y la acumulación de sus indicadores, ya no cambian, porque las cifras contarían de otro modo.",
        $"Progress of {project.Address} was captured already: its unit, and the frequency and accumulation of its indicators, no longer change, as figures would count otherwise."));

    public static RuleViolationException MonthsOpen(FiscalYear year) => new("plan.month", new(
        $"El ejercicio {year.Year} solo está cerrado hasta el mes {year.ClosedThrough}. Cierre diciembre antes de cerrar el año.",
        $"The fiscal year {year.Year} is closed only through month {year.ClosedThrough}. Close December before closing the year."));
}

/// <summary>Rows of a plan as sentences name them.</summary>
internal static class PlanFieldSubject
{
    public static LocalizedText Plan(FiscalYear year) => new($"el plan de {year.Year}", $"the plan of {year.Year}");

    public static LocalizedText Unit(string code) => new($"la unidad {code}", $"unit {code}");

    public static LocalizedText Programme(string code) => new($"el programa {code}", $"programme {code}");

    public static LocalizedText Project(PlannedProject project) => new($"el proyecto {project.Address}", $"project {project.Address}");

    public static LocalizedText Indicator(Indicator indicator) => new($"el indicador «{indicator.Name}»", $"the indicator «{indicator.Name}»");
}
