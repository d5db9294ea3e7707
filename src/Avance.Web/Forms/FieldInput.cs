using Microsoft.AspNetCore.Components;

namespace Avance.Web.Forms;

/// <summary>What every input has: a form, a field of it, and the ids that tie it to its hint and its error.</summary>
public abstract class FieldInput : ComponentBase
{
    /// <summary>The form.</summary>
    [Parameter, EditorRequired]
    public required Form Form { get; set; }

    /// <summary>The field.</summary>
    [Parameter, EditorRequired]
    public required Field Field { get; set; }

    /// <summary>Whether it may be left blank.</summary>
    [Parameter]
    public bool IsOptional { get; set; }

    /// <summary>Ids of what describes the input.</summary>
    protected string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { Field.Hint is null ? null : Field.HintId, Form.ErrorOf(Field) is null ? null : Field.ErrorId }.Where(id => id is not null));
            return ids.Length == 0 ? null : ids;
        }
    }

    /// <summary>Says to assistive technology that what was typed is wrong.</summary>
    protected string? Invalid => Form.ErrorOf(Field) is null ? null : "true";
}
