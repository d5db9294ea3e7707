using Avance.App.Capture;
using Avance.Web.Forms;
using Avance.Web.Work;

namespace Avance.Web.Capture;

/// <summary>A sheet about to be sent to review.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Form">What is typed; its version is the sheet's count of edits.</param>
public sealed record SubmitView(SheetView Sheet, Form Form)
{
    internal static readonly Field Note = new("note", new("Nota para quien revisa", "Note to the reviewer"));

    internal static Form FormOf(WorkRequest request, SheetFile file) => new Form(request.Site).With(Note, "").WithVersion(checked((int)file.Sheet.Edits));
}
