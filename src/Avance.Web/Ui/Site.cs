using Avance.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Avance.Web.Ui;

/// <summary>
/// Who reads: in which language, and at which address. The language is the first segment of the address — none for
/// Spanish, <c>/en</c> for English — so every page has one address in each language and every link keeps it.
/// </summary>
/// <param name="Language">The language of the page.</param>
/// <param name="Path">The address without its language: <c>/IEPC/2023-Q3/report</c>.</param>
/// <param name="Query">The query string, with its question mark, or nothing.</param>
public sealed record Site(Language Language, string Path, string Query)
{
    /// <summary>The only parts of a query that pages read.</summary>
    public static IReadOnlyList<string> QueryKeys { get; } = ["version", "page", "severity", "rule", "key", "by", "on", "known", "code", "stage", "month"];

    /// <summary>The segment that says English.</summary>
    public const string EnglishPrefix = "/en";

    /// <summary>Who is signed in; null on pages that are the same for everybody.</summary>
    public Visitor? Visitor { get; init; }

    /// <summary>What stands before every address of this language.</summary>
    public string Prefix => Language == Language.English ? EnglishPrefix : "";

    /// <summary>The language as HTML names it.</summary>
    public string LanguageTag => Language == Language.English ? "en" : "es-MX";

    /// <summary>The same page in the other language.</summary>
    public Site Other => this with { Language = Language == Language.English ? Language.Spanish : Language.English };

    /// <summary>This very page.</summary>
    public string Address => Prefix + Path + Query;

    /// <summary>The page at <paramref name="path"/>, in this language.</summary>
    public string Link(string path) => Prefix + path;

    /// <summary>One text in both languages, side by side where it is used.</summary>
    public string Text(string spanish, string english) => Language == Language.English ? english : spanish;

    /// <summary>The text in this language.</summary>
    public string Text(LocalizedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.In(Language);
    }

    /// <summary>
    /// A sentence in this language whose figures stay whole: the space between thousands, or before %, does not break.
    /// </summary>
    public string Prose(LocalizedText text)
    {
        var sentence = Text(text);
        return string.Create(sentence.Length, sentence, static (whole, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                var isInFigure = from[i] == ' ' && i > 0 && i + 1 < from.Length && char.IsAsciiDigit(from[i - 1])
                    && (from[i + 1] == '%' || IsThousand(from.AsSpan(i + 1)));
                whole[i] = isInFigure ? '\u00A0' : from[i];
            }
        });
    }

    private static bool IsThousand(ReadOnlySpan<char> text) =>
        text.Length >= 3 && !text[..3].ContainsAnyExceptInRange('0', '9') && (text.Length == 3 || !char.IsAsciiDigit(text[3]));

    /// <summary>Reads the language that <see cref="SplitLanguage"/> found in the address.</summary>
    public static Site Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var language = context.Request.PathBase == EnglishPrefix ? Language.English : Language.Spanish;
        var path = UriHelper.BuildRelative(path: context.Request.Path);
        return new(language, path, KnownQuery(context.Request)) { Visitor = context.Features.Get<Visitor>() is { IsSignedIn: true } visitor ? visitor : null };
    }

    /// <summary>
    /// The query without what no page reads: links must not carry on, to every later reader of a kept page, what one
    /// visitor's address had in it.
    /// </summary>
    private static string KnownQuery(HttpRequest request)
    {
        var known = QueryString.Empty;
        foreach (var key in QueryKeys)
        {
            foreach (var value in request.Query[key])
            {
                known = known.Add(key, value ?? "");
            }
        }

        return known.ToUriComponent();
    }

    /// <summary>
    /// Moves <c>/en</c> from the path to the path base, so each page is mapped once. An entity whose code is «en» keeps
    /// its address: what follows is then a period or a year.
    /// </summary>
    public static void SplitLanguage(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Path.StartsWithSegments(EnglishPrefix, StringComparison.Ordinal, out var rest)
            && !IsPeriodOrYear(rest.Value?.Split('/', '.') is [_, var next, ..] ? next : null))
        {
            request.PathBase = EnglishPrefix;
            request.Path = rest.HasValue ? rest : "/";
        }
    }

    private static bool IsPeriodOrYear(string? segment) =>
        FiscalPeriod.TryParse(segment, out _) || (segment?.Length == 4 && !segment.AsSpan().ContainsAnyExceptInRange('0', '9'));
}
