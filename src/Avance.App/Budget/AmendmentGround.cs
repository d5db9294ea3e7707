using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Budget;
using Avance.Ledger;
using Avance.Planning;

namespace Avance.App.Budget;

/// <summary>What an amendment stands on: what its rules look at, and the budget lines that it names, those that are there and those that it makes.</summary>
/// <param name="Context">What the rules look at.</param>
/// <param name="Existing">Lines that are there, by key.</param>
/// <param name="New">Lines that applying it would make, by key.</param>
internal sealed record AmendmentGround(AmendmentContext Context, IReadOnlyDictionary<string, BudgetLine> Existing, IReadOnlyDictionary<string, BudgetLine> New)
{
    /// <summary>Identity of every line that the amendment may move, by key.</summary>
    public Dictionary<string, Guid> LineIds => Existing.Concat(New).ToDictionary(static l => l.Key, static l => l.Value.Id, StringComparer.Ordinal);
}

/// <summary>Looks up in the database what an amendment names, always adding figures up from the ledger's entries.</summary>
internal sealed class AmendmentGrounds
{
    private readonly Session _session;
    private readonly Guid _entity;
    private readonly AnnualPlan _plan;
    private readonly BudgetKeyLayout _layout;

    /// <exception cref="RuleViolationException"><c>plan.year</c>: the office has no such year.</exception>
    public AmendmentGrounds(Session session, Guid entity, int year)
    {
        _session = session;
        _entity = entity;
        _plan = PlanRows.Load(session, entity, year) ?? throw new RuleViolationException("plan.year", new(
            $"El ejercicio {year} no se ha iniciado. Inícielo con «avance plan start».",
            $"The fiscal year {year} has not been started. Start it with «avance plan start»."));
        _layout = BudgetLines.Layout(session, entity, year);
    }

    private int Year => _plan.Year.Year;

    /// <summary>The ground of an amendment as the ledger stands.</summary>
    /// <param name="amendment">The amendment.</param>
    /// <param name="withTotals">Whether totals by chapter and of the entity are wanted, for which every line is read.</param>
    public AmendmentGround Of(Amendment amendment, bool withTotals)
    {
        var keys = amendment.Lines.Select(static l => l.LineKey).ToHashSet(StringComparer.Ordinal);
        var existing = Existing(keys);
        var made = new Dictionary<string, BudgetLine>(StringComparer.Ordinal);
        var refused = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        foreach (var key in keys.Where(key => !existing.ContainsKey(key)))
        {
            var (line, refusal) = New(key);
            if (line is null)
            {
                refused.Add(key, refusal!);
            }
            else
            {
                made.Add(key, line);
            }
        }

        var lines = existing.Values.Select(l => Amendable(l, isNew: false)).Concat(made.Values.Select(l => Amendable(l, isNew: true))).ToDictionary(static l => l.Key, StringComparer.Ordinal);
        var (chapters, total) = withTotals ? Totals() : ([], default);
        return new(
            new()
            {
                Year = Year,
                IsOpen = _plan.Year.State == PlanState.Open,
                ClosedThrough = _plan.Year.ClosedThrough,
                KnowsUnit = _plan.Unit(amendment.UnitCode) is not null,
                Lines = lines,
                RefusedLines = refused,
                Projects = lines.Values.Select(static l => l.ProjectId).OfType<Guid>().Distinct().Select(Project).ToDictionary(static p => p.Id),
                Chapters = chapters,
                Total = total,
                Indicators = Indicators(amendment),
            },
            existing, made);
    }

    private Dictionary<string, BudgetLine> Existing(HashSet<string> keys) => keys.Count == 0 ? [] : _session
        .Query(
            $"SELECT line_id, line_key, project_id FROM budget_line WHERE entity_id = $1 AND fiscal_year = $2 AND line_key IN {_session.In("$3")}",
            static row => new BudgetLine(row.Id(0), row.Text(1), row.IsNull(2) ? null : row.Id(2), row.Text(1).Split(BudgetKeyLayout.Separator)),
            _entity, Year, Session.Texts(keys))
        .ToDictionary(static l => l.Key, StringComparer.Ordinal);

    private (BudgetLine? Line, LocalizedText? Refusal) New(string key)
    {
        if (!_layout.TryParse(key, Year, out var codes, out var problem))
        {
            return (null, problem);
        }

        if (string.Join(BudgetKeyLayout.Separator, codes) != key)
        {
            return (null, new($"La clave «{key}» lleva espacios que sobran.", $"The key «{key}» has surplus spaces."));
        }

        var (unit, project) = (Code(codes, KeySegment.Unit), Code(codes, KeySegment.Project));
        var planned = _plan.Project(unit, project);
        return planned is null
            ? (null, new($"La clave «{key}» es nueva y el programa anual no tiene el proyecto {project} en la unidad {unit}.", $"The key «{key}» is new and the annual plan has no project {project} in unit {unit}."))
            : planned.Closed
                ? (null, new($"El proyecto {unit} {project} está cerrado y no recibe claves nuevas.", $"The project {unit} {project} is closed and takes no new keys."))
                : (new BudgetLine(Guid.CreateVersion7(), key, planned.Id, codes), null);
    }

    private AmendableLine Amendable(BudgetLine line, bool isNew)
    {
        var funding = Code(line.Codes, KeySegment.Funding);
        var spending = Code(line.Codes, KeySegment.ExpenditureObject);
        var balance = new LineBalance();
        if (!isNew)
        {
            _session.Each(
                "SELECT e.stage, e.month, CAST(sum(e.amount) AS bigint) FROM budget_line l JOIN ledger_entry e ON e.entity_id = l.entity_id AND e.fiscal_year = l.fiscal_year AND e.line_number = l.line_number WHERE l.entity_id = $1 AND l.line_id = $2 GROUP BY e.stage, e.month",
                row => balance.Add((BudgetStage)row.Int(0), row.Int(1), new(row.Long(2))),
                _entity, line.Id);
        }

        return new(line.Key, line.ProjectId, spending.Length > 0 ? ObjectLevels.Of(spending).Chapter : "", funding.Length > 0 ? funding[0] == '2' : null, isNew, balance);
    }

    private AmendableProject Project(Guid id)
    {
        var sums = new Sums();
        _session.Each(
            """
            SELECT e.stage, CAST(sum(e.amount) AS bigint)
            FROM budget_line l JOIN ledger_entry e ON e.entity_id = l.entity_id AND e.fiscal_year = l.fiscal_year AND e.line_number = l.line_number
            WHERE l.entity_id = $1 AND l.fiscal_year = $2 AND l.project_id = $3 AND e.stage <= 3
            GROUP BY e.stage
            """,
            row => sums.Add((BudgetStage)row.Int(0), row.Long(1)),
            _entity, Year, id);
        var project = _plan.Projects.First(p => p.Id == id);
        return new(id, project.UnitCode, project.Key, project.Name, sums.Total, project.Closed);
    }

    private (Dictionary<string, BudgetTotal> Chapters, BudgetTotal Total) Totals()
    {
        var chapters = new Dictionary<string, Sums>(StringComparer.Ordinal);
        var all = new Sums();
        _session.Each(
            """
            SELECT l.line_key, e.stage, CAST(sum(e.amount) AS bigint)
            FROM budget_line l JOIN ledger_entry e ON e.entity_id = l.entity_id AND e.fiscal_year = l.fiscal_year AND e.line_number = l.line_number
            WHERE l.entity_id = $1 AND l.fiscal_year = $2 AND e.stage <= 3
            GROUP BY l.line_key, e.stage
            """,
            row =>
            {
                var spending = Code(row.Text(0).Split(BudgetKeyLayout.Separator), KeySegment.ExpenditureObject);
                var chapter = spending.Length > 0 ? ObjectLevels.Of(spending).Chapter : "";
                if (!chapters.TryGetValue(chapter, out var sums))
                {
                    chapters.Add(chapter, sums = new());
                }

                sums.Add((BudgetStage)row.Int(1), row.Long(2));
                all.Add((BudgetStage)row.Int(1), row.Long(2));
            },
            _entity, Year);
        return (chapters.ToDictionary(static c => c.Key, static c => c.Value.Total), all.Total);
    }

    private Dictionary<AmendableIndicatorKey, AmendableIndicator> Indicators(Amendment amendment)
    {
        var found = new Dictionary<AmendableIndicatorKey, AmendableIndicator>();
        foreach (var target in amendment.Targets)
        {
            var key = new AmendableIndicatorKey(target.UnitCode, target.ProjectKey, target.Indicator);
            if (!found.ContainsKey(key) && _plan.Project(key.UnitCode, key.ProjectKey) is { } project && project.Indicators.FirstOrDefault(i => i.Position == key.Position) is { } indicator)
            {
                found.Add(key, Amendable(project, indicator));
            }
        }

        return found;
    }

    private AmendableIndicator Amendable(PlannedProject project, Indicator indicator)
    {
        var balance = new TargetBalance();
        _session.Each(
            "SELECT stage, month, CAST(sum(quantity) AS bigint) FROM target_entry WHERE entity_id = $1 AND fiscal_year = $2 AND indicator_id = $3 GROUP BY stage, month",
            row => balance.Add((TargetStage)row.Int(0), row.Int(1), ReportRows.Quantity(row.Long(2))),
            _entity, Year, indicator.Id);
        return new(indicator.Id, project.Id, indicator.Name, indicator.UnitOfMeasure, indicator.Accumulation, indicator.Frequency, balance);
    }

    private string Code(IReadOnlyList<string> codes, string segment) => _layout.IndexOf(segment) is var i and >= 0 && i < codes.Count ? codes[i] : "";

    /// <summary>Approved and revised, added up stage by stage.</summary>
    private sealed class Sums
    {
        private long _approved;
        private long _revised;

        public BudgetTotal Total => new(new(_approved), new(_revised));

        public void Add(BudgetStage stage, long centavos)
        {
            _approved += stage == BudgetStage.Approved ? centavos : 0;
            _revised += stage == BudgetStage.Decrease ? -centavos : centavos;
        }
    }
}
