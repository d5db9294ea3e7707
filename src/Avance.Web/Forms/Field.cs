namespace Avance.Web.Forms;

/// <summary>A field of a form: declared once, and known by that to the page that shows it and to the code that reads it.</summary>
/// <param name="Name">Its name in the form, which is also its id on the page: lower case, digits and hyphens.</param>
/// <param name="Label">What people read beside it.</param>
/// <param name="Hint">A sentence that helps to fill it in; null for none.</param>
public sealed record Field(string Name, LocalizedText Label, LocalizedText? Hint = null)
{
    /// <summary>Id of its hint on the page.</summary>
    public string HintId => Name + "-hint";

    /// <summary>Id of its error on the page.</summary>
    public string ErrorId => Name + "-error";

    /// <summary>The part of this field that holds one month: its own field, named with the number of the month.</summary>
    /// <param name="month">1 to 12.</param>
    public Field Month(int month)
    {
        var name = MonthName.Name(month);
        return new(Part(month), new($"{Label.Spanish}, {name.Spanish}", $"{Label.English}, {name.English}"));
    }

    /// <summary>The same field in one row of a form that has several, from 1.</summary>
    public Field Row(int row) => this with { Name = Part(row) };

    private string Part(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}-{number}");
}
