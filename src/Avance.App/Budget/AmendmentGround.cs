using Avance.App.Ledger;
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

/// <summary>Looks up in the database what an amendment names, with figures added up from the ledger's entries.</summary>
internal sealed class AmendmentGrounds
{
    private readonly Session _session;
    private readonly Guid _entity;
    private readonly AnnualPlan _plan;
    private readonly BudgetKeyLayout _layout;
    private readonly Dictionary<string, BudgetLine> _lines;
    private readonly Func<Guid, LineBalance?> _balanceOf;

    /// <summary>Of an office's year, with balances added up from entries.</summary>
    /// <exception cref="RuleViolationException">
    /// <c>plan.year</c>: the office has no such year. <c>ledger.summary</c>: the stored sums disagree with the entries.
    /// </exception>
    public AmendmentGrounds(Session session, Guid entity, int year)
        : this(session, entity, year, BalancesOf(session, entity, year))
    {
    }

    /// <summary>Of an office's year, with balances as a writer knows them that has posted already.</summary>
    /// <exception cref="RuleViolationException"><c>plan.year</c>: the office has no such year.</exception>
    public AmendmentGrounds(Session session, Guid entity, int year, LedgerWriter writer)
        : this(session, entity, year, writer.Balance)
    {
    }

    private AmendmentGrounds(Session session, Guid entity, int year, Func<Guid, LineBalance?> balanceOf)
    {
        (_session, _entity, _balanceOf) = (session, entity, balanceOf);
        _plan = PlanRows.Load(session, entity, year) ?? throw PlanRefusals.NotStarted(null, year);
        _layout = BudgetLines.Layout(session, entity, year);
        _lines = BudgetLines.Load(session, entity, year);
    }

    private static Func<Guid, LineBalance?> BalancesOf(Session session, Guid entity, int year)
    {
        var balances = LedgerBalances.Load(session, entity, year, AsOf.Now);
        return id => balances.GetValueOrDefault(id);
    }

    private int Year => _plan.Year.Year;

    /// <summary>The ground of an amendment as the ledger stands.</summary>
    /// <param name="amendment">The amendment.</param>
    /// <param name="withTotals">Whether totals by chapter and of the entity are wanted, for which every line is read.</param>
    public AmendmentGround Of(Amendment amendment, bool withTotals)
    {
        var keys = amendment.Lines.Select(static l => l.LineKey).ToHashSet(StringComparer.Ordinal);
        var existing = keys.Where(_lines.ContainsKey).ToDictionary(static key => key, key => _lines[key], StringComparer.Ordinal);
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

        var lines = existing.Values.Concat(made.Values).ToDictionary(static l => l.Key, Amendable, StringComparer.Ordinal);
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

    private AmendableLine Amendable(BudgetLine line)
    {
        var funding = Code(line.Codes, KeySegment.Funding);
        return new(line.Key, line.ProjectId, Chapter(line), funding.Length > 0 ? funding[0] == '2' : null, !_lines.ContainsKey(line.Key), Balance(line));
    }

    private AmendableProject Project(Guid id)
    {
        var sums = new LineBalance();
        foreach (var line in _lines.Values.Where(l => l.ProjectId == id))
        {
            sums.Add(Balance(line));
        }

        var project = _plan.Projects.First(p => p.Id == id);
        return new(id, project.UnitCode, project.Key, project.Name, Total(sums), project.Closed);
    }

    private (Dictionary<string, BudgetTotal> Chapters, BudgetTotal Total) Totals()
    {
        var chapters = new Dictionary<string, LineBalance>(StringComparer.Ordinal);
        var all = new LineBalance();
        foreach (var line in _lines.Values)
        {
            var chapter = Chapter(line);
            if (!chapters.TryGetValue(chapter, out var sums))
            {
                chapters.Add(chapter, sums = new());
            }

            sums.Add(Balance(line));
            all.Add(Balance(line));
        }

        return (chapters.ToDictionary(static c => c.Key, static c => Total(c.Value)), Total(all));
    }

    /// <summary>What a line holds now: a copy, as a writer's own goes on changing.</summary>
    private LineBalance Balance(BudgetLine line)
    {
        var balance = new LineBalance();
        if (_lines.ContainsKey(line.Key) && _balanceOf(line.Id) is { } held)
        {
            balance.Add(held);
        }

        return balance;
    }

    private static BudgetTotal Total(LineBalance sums) => new(sums.Through(BudgetStage.Approved), sums.RevisedThrough());

    private string Chapter(BudgetLine line)
    {
        var spending = Code(line.Codes, KeySegment.ExpenditureObject);
        return spending.Length > 0 ? ObjectLevels.Of(spending).Chapter : "";
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
            $"""
            SELECT t.stage, t.month, CAST(sum(t.quantity) AS bigint)
            FROM target_entry t JOIN document d ON d.entity_id = t.entity_id AND d.fiscal_year = t.fiscal_year AND d.sequence = t.sequence
            WHERE t.entity_id = $1 AND t.fiscal_year = $2 AND t.indicator_id = $3
            GROUP BY t.stage, t.month
            {LedgerQueries.HavingTold}
            """,
            row => balance.Add((TargetStage)row.Int(0), row.Int(1), ReportRows.Quantity(row.Long(2))),
            _entity, Year, indicator.Id);
        return new(indicator.Id, project.Id, indicator.Name, indicator.UnitOfMeasure, indicator.Accumulation, indicator.Frequency, balance);
    }

    private string Code(IReadOnlyList<string> codes, string segment) => _layout.IndexOf(segment) is var i and >= 0 && i < codes.Count ? codes[i] : "";
}
