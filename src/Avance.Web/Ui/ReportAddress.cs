using System.Globalization;

namespace Avance.Web.Ui;

/// <summary>The addresses of one report's pages. Every link keeps the language and the version being read.</summary>
/// <param name="Site">Who reads.</param>
/// <param name="Entity">The entity's code.</param>
/// <param name="Period">The quarter.</param>
/// <param name="Version">The version asked for; null for the latest.</param>
public sealed record ReportAddress(Site Site, string Entity, FiscalPeriod Period, int? Version)
{
    /// <summary>The board.</summary>
    public string Board => To("");

    /// <summary>The report in its official layout.</summary>
    public string Report => To("/report");

    /// <summary>Every finding.</summary>
    public string Findings => To("/findings");

    /// <summary>The Sustainable Development Goals.</summary>
    public string Sdg => To("/sdg");

    /// <summary>The imported file.</summary>
    public string Source => To("/source");

    /// <summary>The history of the report.</summary>
    public string Versions => To("/versions");

    /// <summary>A project's page.</summary>
    public string Project(int number) => To(string.Create(CultureInfo.InvariantCulture, $"/projects/{number}"));

    /// <summary>The findings that a query keeps: <c>severity=error</c>.</summary>
    public string FindingsWhere(string query) => To("/findings", query);

    /// <summary>A page of this report: <c>/sdg</c>, or <c>.csv</c> for the twin of the board.</summary>
    /// <param name="page">What follows the period.</param>
    /// <param name="query">More of the query string, without question mark.</param>
    public string To(string page, string query = "")
    {
        ArgumentNullException.ThrowIfNull(query);
        var version = Version is { } number ? string.Create(CultureInfo.InvariantCulture, $"version={number}") : "";
        var separator = query.Length > 0 && version.Length > 0 ? "&" : "";
        var whole = query + separator + version;
        return Site.Link($"/{Uri.EscapeDataString(Entity)}/{Period}{page}{(whole.Length > 0 ? "?" + whole : "")}");
    }

    /// <summary>This report's pages in another version; null for the latest.</summary>
    public ReportAddress In(int? version) => this with { Version = version };
}
