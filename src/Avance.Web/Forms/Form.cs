using System.Globalization;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Avance.Web.Forms;

/// <summary>
/// What the fields of a form hold, as text exactly as it was typed or as it is on record, and what is wrong with it.
/// A form that is refused goes back to the page whole: nobody types anything twice.
/// </summary>
/// <param name="site">Who reads.</param>
public sealed class Form(Site site)
{
    private readonly Dictionary<string, StringValues> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Field> _fields = new(StringComparer.Ordinal);
    private readonly List<FieldProblem> _problems = [];

    /// <summary>The field that carries which version of the data a form was made from. See <see cref="FormReader.Version"/>.</summary>
    public static Field VersionField { get; } = new("version", new("Versión", "Version"));

    /// <summary>The field that carries which row a form is about, so that it finds it under whatever key it has by then.</summary>
    public static Field IdField { get; } = new("id", new("Identidad", "Identity"));

    /// <summary>The field that carries who had the form before them, where another may be signed in by the time it is sent.</summary>
    public static Field ActorField { get; } = new("actor", new("Quién captura", "Who types"));

    /// <summary>Who reads.</summary>
    public Site Site => site;

    /// <summary>What is wrong, in the order in which it was found: that of the page, when fields are read in it.</summary>
    public IReadOnlyList<FieldProblem> Problems => _problems;

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsValid => _problems.Count == 0;

    /// <summary>Files that came with the form.</summary>
    public IFormFileCollection? Files { get; private init; }

    /// <summary>What somebody else saved in the meantime; null when nobody did.</summary>
    public Form? Theirs { get; private set; }

    /// <summary>A form as it was sent, its line breaks as on record: browsers send two characters for each.</summary>
    public static Form Sent(Site site, IFormCollection? sent)
    {
        var form = new Form(site) { Files = sent?.Files };
        foreach (var (name, value) in sent ?? FormCollection.Empty)
        {
            form._values[name] = new([.. value.Select(static v => v?.ReplaceLineEndings("\n"))]);
        }

        return form;
    }

    /// <summary>The names of all that it holds, for forms whose fields follow from what is on record.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    /// <summary>What a field holds, as typed; nothing when it is not there.</summary>
    public string Typed(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return _values.TryGetValue(field.Name, out var value) ? value.ToString() : "";
    }

    /// <summary>Whether somebody else had it before them than who sends it now.</summary>
    public bool IsOfAnother(string actor) => Typed(ActorField) is { Length: > 0 } typist && typist != actor;

    /// <summary>Puts text in a field; null leaves it blank.</summary>
    public Form With(Field field, string? text)
    {
        ArgumentNullException.ThrowIfNull(field);
        _fields[field.Name] = field;
        _values[field.Name] = text ?? "";
        return this;
    }

    /// <summary>Puts an amount in a field, as people write it: <c>1,234.50</c>.</summary>
    public Form With(Field field, Money? amount) => With(field, amount?.ToPeopleString());

    /// <summary>Puts a quantity in a field.</summary>
    public Form With(Field field, decimal? quantity) => With(field, quantity?.ToString("#,0.####", CultureInfo.InvariantCulture));

    /// <summary>Puts a whole number in a field.</summary>
    public Form With(Field field, long? number) => With(field, number?.ToString("#,0", CultureInfo.InvariantCulture));

    /// <summary>Puts a day in a field: <c>30/09/2023</c>.</summary>
    public Form With(Field field, DateOnly? day) => With(field, day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));

    /// <summary>Puts twelve quantities in the months of a field.</summary>
    public Form With(Field field, IReadOnlyList<decimal?> months)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(months);
        for (var month = 1; month <= months.Count; month++)
        {
            With(field.Month(month), months[month - 1]);
        }

        return this;
    }

    /// <summary>Says which row the form is about.</summary>
    public Form WithId(Guid id) => With(IdField, id.ToString());

    /// <summary>Says from which version of the data the form is made.</summary>
    public Form WithVersion(int version) => With(VersionField, version.ToString(CultureInfo.InvariantCulture));

    /// <summary>Says what is wrong with a field, and how to mend it.</summary>
    public void Refuse(Field field, LocalizedText text)
    {
        ArgumentNullException.ThrowIfNull(field);
        Note(field);
        _problems.Add(new(field, site.Text(text)));
    }

    /// <summary>Says why the form as a whole is refused.</summary>
    public void Refuse(LocalizedText text) => _problems.Add(new(null, site.Text(text)));

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public string? ErrorOf(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return _problems.Find(p => p.Field?.Name == field.Name)?.Text;
    }

    /// <summary>
    /// Somebody else saved <paramref name="theirs"/> first. The form keeps what was typed, and from here on it is made from
    /// their version: to send it again is to decide, having seen both.
    /// </summary>
    public void ConflictWith(Form theirs)
    {
        ArgumentNullException.ThrowIfNull(theirs);
        Theirs = theirs;
        _values[VersionField.Name] = theirs.Typed(VersionField);
    }

    /// <summary>The fields where theirs and yours differ, those that only one of them has among them.</summary>
    public IEnumerable<(Field Field, string Theirs, string Yours)> Differences => Theirs is null ? [] : Theirs._fields.Values.Concat(_fields.Values)
        .DistinctBy(f => f.Name)
        .Where(f => f.Name != VersionField.Name && f.Name != IdField.Name && Theirs.Typed(f) != Typed(f))
        .Select(f => (f, Theirs.Typed(f), Typed(f)));

    /// <summary>Remembers a field that was read, so that its label is known.</summary>
    internal void Note(Field field) => _fields.TryAdd(field.Name, field);
}

/// <summary>Something wrong in a form.</summary>
/// <param name="Field">In which field; null when it is the form as a whole.</param>
/// <param name="Text">What, and how to mend it, in the reader's language.</param>
public sealed record FieldProblem(Field? Field, string Text);
