using Avance.Web.Forms;
using Avance.Web.Ui;

namespace Avance.Web.Planning;

/// <summary>The form that starts a year.</summary>
internal static class StartForm
{
    public static readonly Field Code = new("entidad", new("Clave del ente", "Code of the entity"), new("Corta, como IEPC: estará en las direcciones de sus páginas.", "Short, as IEPC: it will stand in the addresses of its pages."));
    public static readonly Field Name = new("nombre", new("Nombre oficial del ente", "Official name of the entity"), new("Al copiar un plan puede quedar en blanco: se conserva el que tenía.", "It may stay blank when a plan is copied: the one that it had is kept."));
    public static readonly Field Year = new("ejercicio", new("Ejercicio fiscal", "Fiscal year"));
    public static readonly Field Administrative = new("administrativa", new("Clave en la clasificación administrativa", "Key in the administrative classification"), new("Un órgano autónomo estatal es 2.1.1.1.4.", "A state's autonomous body is 2.1.1.1.4."));
    public static readonly Field From = new("copiar-de", new("Copiar el plan de", "Copy the plan of"), new("El año del que se copia, si lo hay; en blanco se inicia vacío.", "The year to copy, if there is one; blank starts empty."));

    public static Form Blank(Site site) => new(site);
}

/// <summary>The form that approves a plan.</summary>
internal static class ApprovalForm
{
    public static readonly Field On = new("fecha", new("Día en que se aprobó", "Day on which it was approved"), new("Como 23/10/2023.", "As 23/10/2023."));
    public static readonly Field Authority = new("autoridad", new("Acuerdo o decreto que lo aprueba", "Agreement or decree that approves it"));

    /// <summary>The form, which approves the plan as it is seen and no other.</summary>
    public static Form Of(PlanWork work) => new Form(work.Request.Site).WithVersion(work.Plan.Year.Version);
}

/// <summary>The form that opens a year.</summary>
internal static class OpenForm
{
    public static readonly Field WithoutBudget = new("sin-presupuesto", new("Abrir sin presupuesto aprobado", "Open without an approved budget"), new("Una vez abierto el ejercicio, el presupuesto aprobado ya no puede cargarse.", "Once the year is open, the approved budget can no longer be loaded."));
}

/// <summary>The form that closes months.</summary>
internal static class CloseMonthForm
{
    public static readonly Field Month = new("mes", new("Cerrar hasta el mes", "Close through the month"));
}
