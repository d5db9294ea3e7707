using Avance.App.Findings;
using Avance.App.Importing;
using Avance.App.Progress;
using Avance.Findings;

namespace Avance.Web.Findings;

/// <summary>
/// Reports ready to be shown. Loading and checking one costs far more than showing it, and a version never changes, so
/// the last ones shown stay in memory. What rules find also depends on the entity's other reports: an import renews all.
/// </summary>
/// <param name="queries">Where reports are kept.</param>
public sealed class CheckedReports(ReportQueries queries)
{
    /// <summary>How many reports stay in memory.</summary>
    private const int Capacity = 32;

    /// <summary>The largest file whose rows are quoted: some thousands of projects.</summary>
    private const long MaxQuotedBytes = 1 << 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<(Guid ReportId, long Revision), Lazy<CheckedReport>> _loaded = [];
    private readonly Queue<(Guid ReportId, long Revision)> _order = [];
    private VersionList _versions = new(-1, []);

    /// <summary>Every version of every report, newest period and version first, with the revision of the whole.</summary>
    public VersionList Versions()
    {
        var revision = queries.Revision();
        lock (_lock)
        {
            if (_versions.Revision == revision)
            {
                return _versions;
            }
        }

        var versions = new VersionList(revision, queries.Versions());
        lock (_lock)
        {
            _versions = versions;
            _loaded.Clear();
            _order.Clear();
            return versions;
        }
    }

    /// <summary>One version, loaded and checked, beside its siblings as <paramref name="list"/> has them.</summary>
    public CheckedReport Load(ReportVersion version, VersionList list)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(list);
        var key = (version.ReportId, list.Revision);
        var lazy = Reserve(key, version, list);
        try
        {
            return lazy.Value;
        }
        catch
        {
            Forget(key, lazy);
            throw;
        }
    }

    private Lazy<CheckedReport> Reserve((Guid ReportId, long Revision) key, ReportVersion version, VersionList list)
    {
        lock (_lock)
        {
            if (_loaded.TryGetValue(key, out var known))
            {
                return known;
            }

            var lazy = new Lazy<CheckedReport>(() => Check(version, list.Of(version.Entity.Code, version.Period)));
            _loaded.Add(key, lazy);
            _order.Enqueue(key);
            if (_order.Count > Capacity)
            {
                _loaded.Remove(_order.Dequeue());
            }

            return lazy;
        }
    }

    /// <summary>A failure to load is not kept: the database may be back at the next request.</summary>
    private void Forget((Guid ReportId, long Revision) key, Lazy<CheckedReport> failed)
    {
        lock (_lock)
        {
            if (_loaded.TryGetValue(key, out var known) && known == failed)
            {
                _loaded.Remove(key);
            }
        }
    }

    private CheckedReport Check(ReportVersion version, IReadOnlyList<ReportVersion> siblings)
    {
        var stored = queries.Find(version.Entity.Code, version.Period, version.Version)
            ?? throw new InvalidOperationException($"Version {version.Version} of {version.Period} is listed and is not stored.");
        var check = ReportChecker.Check(queries.CheckContext(stored));
        return new(stored.Version, stored.Report, check, siblings, new(() => SourceRows(stored.Version)));
    }

    /// <summary>
    /// The rows of the imported file by their place, to quote them beside the figures read from them. Of a file so large
    /// that holding it would not be cheap, none.
    /// </summary>
    private Dictionary<SourcePlace, SourceRow> SourceRows(ReportVersion version) =>
        version.SourceBytes > MaxQuotedBytes
            ? []
            : ReportReader.Rows(queries.Source(version), []).DistinctBy(r => r.Place).ToDictionary(r => r.Place);
}

/// <summary>Every version at one moment.</summary>
/// <param name="Revision">Grows with each import; the same revision means the same list.</param>
/// <param name="All">The versions, newest period and version first.</param>
public sealed record VersionList(long Revision, IReadOnlyList<ReportVersion> All)
{
    /// <summary>The versions of one report, newest first; empty when there is none.</summary>
    public IReadOnlyList<ReportVersion> Of(string entityCode, FiscalPeriod period) => [.. All.Where(v => v.Period == period && v.Entity.Code == entityCode)];

    /// <summary>The latest version of each report.</summary>
    public IEnumerable<ReportVersion> Latest => All.DistinctBy(v => (v.Entity.Code, v.Period));
}
