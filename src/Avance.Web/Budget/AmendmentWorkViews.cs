using Avance.Access;
using Avance.App.Budget;
using Avance.Budget;
using Avance.Planning;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;

namespace Avance.Web.Budget;

/// <summary>The amendments of a year in the workspace.</summary>
/// <param name="Request">Who works, on which year.</param>
/// <param name="Amendments">Each, newest first.</param>
public sealed record AmendmentListView(WorkRequest Request, IReadOnlyList<AmendmentSummary> Amendments)
{
    /// <summary>The amendments.</summary>
    public Table Table => AmendmentTables.List(Request.Site, Request.Year, Amendments, reference => Request.To("/amendments/" + Uri.EscapeDataString(reference)));
}

/// <summary>An amendment being written.</summary>
/// <param name="Request">Who works, on which year.</param>
/// <param name="Plan">The year's plan, for what can be chosen.</param>
/// <param name="Current">The amendment as it is on record; null for a new one.</param>
/// <param name="Form">What is typed.</param>
public sealed record AmendmentEdit(WorkRequest Request, AnnualPlan Plan, Amendment? Current, Form Form)
{
    /// <summary>Which button was pressed: to add a row, or none to save.</summary>
    internal static readonly Field Button = new("add", new("Agregar", "Add"));

    /// <summary>Where to go instead of saving.</summary>
    public string Cancel => Current is null ? Request.To("/amendments") : Request.To("/amendments/" + Uri.EscapeDataString(Current.Reference));
}

/// <summary>An amendment in the workspace.</summary>
/// <param name="Request">Who works, on which year.</param>
/// <param name="File">The amendment with all that belongs to it.</param>
/// <param name="Preview">What applying it would do; null once it ended or was applied.</param>
/// <param name="Form">The form that adds a file.</param>
public sealed record AmendmentWorkView(WorkRequest Request, AmendmentFile File, AmendmentPreview? Preview, Form Form)
{
    /// <summary>The steps that it may take and that who looks at it may have it take, the usual one first.</summary>
    public IEnumerable<AmendmentStep> Steps => AmendmentSteps.From(File.Amendment.State, File.Amendment.Scope).Where(step => Request.Can(AmendmentWork.ActOf(step)));

    /// <summary>Whether who looks at it may write amendments.</summary>
    public bool MayEdit => Request.Can(Act.EditAmendments);

    /// <summary>Address of a page about it.</summary>
    public string To(string page) => Request.To($"/amendments/{Uri.EscapeDataString(File.Amendment.Reference)}{page}");

    /// <summary>Address of a file.</summary>
    public string FileAddress(int number) => To(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/files/{number}"));

    /// <summary>Address of a document of the ledger.</summary>
    public string DocumentAddress(long sequence) => YearRequest.At(Request.Site, Request.Entity, Request.Year, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/documents/{sequence}"));
}

/// <summary>A step about to be taken.</summary>
/// <param name="Request">Who works, on which year.</param>
/// <param name="File">The amendment.</param>
/// <param name="Step">The step.</param>
/// <param name="Preview">What applying it would do, where the step looks at the rules.</param>
/// <param name="Form">What is typed.</param>
public sealed record AmendmentStepView(WorkRequest Request, AmendmentFile File, AmendmentStep Step, AmendmentPreview? Preview, Form Form)
{
    internal static readonly Field Remark = new("remark", new("Motivo u observación", "Reason or remark"));
    internal static readonly Field Day = new("day", new("Fecha de la reversión", "Date of the reversal"), new("Debe caer en un mes abierto.", "It must be in an open month."));

    /// <summary>Whether the step undoes what was applied.</summary>
    public bool IsReversal => Step.From == AmendmentState.Applied;

    /// <summary>The page of a step as it stands.</summary>
    internal static AmendmentStepView Of(WorkRequest request, AmendmentFile file, AmendmentStep step) => new(
        request, file, step,
        step.Needs.HasFlag(AmendmentNeeds.Rules) ? request.Get<AmendmentQueries>().Preview(request.Entity, file.Amendment) : null,
        new Form(request.Site)
            .With(AmendmentForm.Agreement, file.Amendment.Agreement).With(AmendmentForm.OfficeNumber, file.Amendment.OfficeNumber)
            .With(Remark, "").With(Day, "").WithVersion(file.Amendment.Version));

    /// <summary>What the form asks for.</summary>
    internal static AmendmentMove Read(Form form, AmendmentStep step) => new()
    {
        To = step.To,
        Version = form.Version(),
        Agreement = step.Needs.HasFlag(AmendmentNeeds.Agreement) ? form.Text(AmendmentForm.Agreement, 200) : null,
        OfficeNumber = step.Needs.HasFlag(AmendmentNeeds.OfficeNumber) ? form.Text(AmendmentForm.OfficeNumber, 200) : null,
        Remark = form.Text(Remark, 4_000, required: step.Needs.HasFlag(AmendmentNeeds.Remark)),
        EffectiveOn = step.From == AmendmentState.Applied ? form.Day(Day) : null,
    };
}
