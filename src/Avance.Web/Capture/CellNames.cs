using System.Globalization;
using Avance.Capture;
using Avance.Web.Forms;

namespace Avance.Web.Capture;

/// <summary>What a place of a sheet is called in forms, in addresses and on the page: its subject, a dot, its field.</summary>
internal static class CellNames
{
    /// <summary>The field of a form that carries, for each place that was written before, the revision that the person saw.</summary>
    public static readonly Field Seen = new("seen", new("Lo visto", "What was seen"));

    /// <summary>The name of a place.</summary>
    public static string Name(this CellAddress address) => $"{address.Subject}.{address.Field}";

    /// <summary>The place of that name.</summary>
    public static bool TryRead(string name, out CellAddress address)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        address = default;
        if (dot <= 0 || !Guid.TryParseExact(name.AsSpan(0, dot), "D", out var subject))
        {
            return false;
        }

        address = new(subject, name[(dot + 1)..]);
        return true;
    }

    /// <summary>The revisions of places as one hidden field holds them: <c>name=3 name=1</c>.</summary>
    public static string Revisions(IEnumerable<(CellAddress Address, int Revision)> seen) =>
        string.Join(' ', seen.Select(static s => string.Create(CultureInfo.InvariantCulture, $"{s.Address.Name()}={s.Revision}")));

    /// <summary>Every place that a form sends, with the revision that it was made from.</summary>
    public static List<CellEdit> Edits(Form form)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in form.Typed(Seen).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && int.TryParse(part.AsSpan(equals + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
            {
                seen[part[..equals]] = revision;
            }
        }

        var edits = new List<CellEdit>();
        foreach (var name in form.Names)
        {
            if (TryRead(name, out var address))
            {
                edits.Add(new(address, form.Typed(FieldOf(address)), seen.GetValueOrDefault(name)));
            }
        }

        return edits;
    }

    /// <summary>A place as a field of a form.</summary>
    public static Field FieldOf(CellAddress address) => new(address.Name(), CaptureField.Name(address.Field));
}
