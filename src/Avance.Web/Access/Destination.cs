using Avance.Web.Forms;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;

namespace Avance.Web.Access;

/// <summary>Where somebody was going when asked to sign in, and what they had typed.</summary>
/// <param name="Address">The page, of this web and no other.</param>
/// <param name="Kept">The form that they sent when their session had ended; null for none.</param>
public sealed record Destination(string Address, KeptForm? Kept)
{
    /// <summary>The part of a query, and the field, that carries the page.</summary>
    public const string Key = "return";

    private const string KeptKey = "kept-address";
    private const string KeptPrefix = "kept:";

    /// <summary>The fields that carry it through a form.</summary>
    public IEnumerable<(string Name, string Value)> Fields
    {
        get
        {
            yield return (Key, Address);
            if (Kept is not null)
            {
                yield return (KeptKey, Kept.Address);
                foreach (var (name, value) in Kept.Fields)
                {
                    yield return (KeptPrefix + name, value);
                }
            }
        }
    }

    /// <summary>What a request says of it, in its form or its query; the workspace when it says nothing that can be used.</summary>
    internal static Destination Of(WorkVisit visit)
    {
        var request = visit.Context.Request;
        if (!request.HasFormContentType)
        {
            return new(Local(request.Query[Key]) ?? visit.Site.Link(WorkRoutes.Prefix), null);
        }

        var form = request.Form;
        var kept = Local(form[KeptKey]) is { } address
            ? new KeptForm(address, [.. form.Where(f => f.Key.StartsWith(KeptPrefix, StringComparison.Ordinal)).SelectMany(f => f.Value.Select(v => (f.Key[KeptPrefix.Length..], v ?? "")))], HasFiles: false)
            : null;
        return new(Local(form[Key]) ?? visit.Site.Link(WorkRoutes.Prefix), kept);
    }

    /// <summary>An address of this web; null for anything that a browser could take for another's.</summary>
    internal static string? Local(string? address) =>
        address is { Length: > 0 and <= 2_000 } && address[0] == '/' && (address.Length == 1 || address[1] is not ('/' or '\\')) && !address.Any(static c => char.IsControl(c) || c == '\\')
            ? address
            : null;
}

/// <summary>A form that was sent when the session had ended: what was typed is not lost.</summary>
/// <param name="Address">Where it was sent.</param>
/// <param name="Fields">What it had, in order.</param>
/// <param name="HasFiles">Whether it also had files, which are not kept.</param>
public sealed record KeptForm(string Address, IReadOnlyList<(string Name, string Value)> Fields, bool HasFiles)
{
    /// <summary>Who typed it, where the form says so; null otherwise.</summary>
    public string? Actor => Fields.FirstOrDefault(static f => f.Name == Form.ActorField.Name).Value;

    /// <summary>The form of a request; null for one with a password in it, which is written again and goes into no other page.</summary>
    internal static KeptForm? Of(HttpContext context, IFormCollection? sent) => sent?.Keys.Any(static k => k.Contains("password", StringComparison.OrdinalIgnoreCase)) == true ? null : new(
        $"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}",
        [.. (sent ?? FormCollection.Empty).SelectMany(f => f.Value.Select(v => (f.Key, v ?? "")))],
        sent is null || sent.Files.Count > 0);
}
