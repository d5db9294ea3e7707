using System.Globalization;
using Avance.App.Storage;
using Avance.Ledger;
using Avance.Planning;

namespace Avance.App.Planning;

/// <summary>A year's own row: whose it is, and where it stands.</summary>
internal sealed record PlanYearRow(Guid EntityId, PublicEntity Entity, FiscalYear Year);

/// <summary>A plan as rows of tables, and rows as the plan again. What goes in comes out equal.</summary>
internal static class PlanRows
{
    private const char Between = ';';

    private const string ProjectColumns =
        "project_id, position, unit_code, project_key, name, programme_code, type, subfunction, sdg_targets, plan_alignment, objective, municipality, locality, beneficiary_type, women, men, added_by_amendment, closed, version, beneficiary_accumulation";

    private const string IndicatorColumns =
        "indicator_id, project_id, position, level, objective, name, unit_of_measure, dimension, type, frequency, direction, baseline, numerator, denominator, accumulation, formula, bands, means_of_verification, assumptions, annual_target, calendar, version";

    /// <summary>The years that meet a condition on <c>y</c> (a year) and <c>e</c> (its entity).</summary>
    public static List<PlanYearRow> Years(Session session, string condition, params object?[] values) => session.Query(
        $"""
        SELECT y.entity_id, code, entity_name, fiscal_year, state, closed_through, version, administrative_code
        FROM fiscal_year y JOIN entity e ON e.entity_id = y.entity_id {condition}
        """,
        static row => new PlanYearRow(
            row.Id(0),
            new PublicEntity(row.Text(1), row.Text(2)),
            new FiscalYear(row.Int(3), State(row.Text(4)), row.Int(5), row.Int(6)) { AdministrativeCode = row.Text(7) }),
        values);

    /// <summary>An office's year; null when it was not started.</summary>
    public static PlanYearRow? FindYear(Session session, string entityCode, int year)
    {
        var found = Years(session, "WHERE code = $1 AND fiscal_year = $2", entityCode, year);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The whole plan of an office's year; null when it was not started.</summary>
    public static AnnualPlan? Load(Session session, Guid entity, int year)
    {
        var found = Years(session, "WHERE y.entity_id = $1 AND fiscal_year = $2", entity, year);
        return found.Count == 0 ? null : Load(session, found[0]);
    }

    /// <summary>The whole plan of a year.</summary>
    public static AnnualPlan Load(Session session, PlanYearRow row)
    {
        var (entity, year) = (row.EntityId, row.Year.Year);
        var indicators = LoadIndicators(session, entity, year);
        return new(
            row.Entity,
            row.Year,
            Units(session, entity, year),
            session.Query(
                "SELECT programme_code, name, version FROM budget_programme WHERE entity_id = $1 AND fiscal_year = $2 ORDER BY programme_code",
                static r => new BudgetProgramme(r.Text(0), r.Text(1)) { Version = r.Int(2) },
                entity, year),
            session.Query(
                $"SELECT {ProjectColumns} FROM project WHERE entity_id = $1 AND fiscal_year = $2 ORDER BY position, unit_code, project_key",
                r => Project(r, indicators.GetValueOrDefault(r.Id(0)) ?? []),
                entity, year));
    }

    /// <summary>The units of a year, in the office's order.</summary>
    public static List<ResponsibleUnit> Units(Session session, Guid entity, int year) => session.Query(
        "SELECT unit_code, name, parent_code, position, version FROM responsible_unit WHERE entity_id = $1 AND fiscal_year = $2 ORDER BY position, unit_code",
        static r => new ResponsibleUnit(r.Text(0), r.Text(1), r.OptionalText(2), r.Int(3)) { Version = r.Int(4) },
        entity, year);

    public static void InsertYear(Session session, Guid entity, PublicEntity office, FiscalYear year) => session.Execute(
        "INSERT INTO fiscal_year (entity_id, fiscal_year, entity_name, administrative_code, state, closed_through, version) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        entity, year.Year, office.Name, year.AdministrativeCode, Stored(year.State), year.ClosedThrough, year.Version);

    public static void UpdateYear(Session session, Guid entity, FiscalYear year) => session.Execute(
        "UPDATE fiscal_year SET state = $3, closed_through = $4, version = $5 WHERE entity_id = $1 AND fiscal_year = $2",
        entity, year.Year, Stored(year.State), year.ClosedThrough, year.Version);

    /// <summary>Whether a year has an approved budget: a document that gives one and was not undone.</summary>
    public static bool HasBudget(Session session, Guid entity, int year) => session.Query(
        """
        SELECT 1 FROM document d WHERE entity_id = $1 AND fiscal_year = $2 AND kind = $3
            AND NOT EXISTS (SELECT 1 FROM document r WHERE r.entity_id = d.entity_id AND r.reverses = d.document_id) LIMIT 1
        """,
        static row => row.Long(0), entity, year, DocumentKind.Budget.Code()).Count > 0;

    /// <summary>Whether a unit has written anything about a project or one of its indicators in a quarter's capture.</summary>
    public static bool IsCaptured(Session session, Guid entity, int year, Guid project) => session.Query(
        """
        SELECT 1 FROM capture_cell c WHERE c.entity_id = $1 AND c.fiscal_year = $2
            AND (c.subject = $3 OR c.subject IN (SELECT indicator_id FROM indicator WHERE entity_id = $1 AND project_id = $3)) LIMIT 1
        """,
        static row => row.Int(0), entity, year, project).Count > 0;

    /// <summary>The quarter that units are capturing; null when none is.</summary>
    public static int? QuarterInCapture(Session session, Guid entity, int year) => session.Query(
        "SELECT min(quarter) FROM capture_period WHERE entity_id = $1 AND fiscal_year = $2 AND is_open = $3", static row => (int?)row.OptionalLong(0), entity, year, true)[0];

    public static void Insert(Session session, Guid entity, int year, ResponsibleUnit unit) => session.Execute(
        "INSERT INTO responsible_unit (entity_id, fiscal_year, unit_code, name, parent_code, position, version) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        entity, year, unit.Code, unit.Name, unit.Parent, unit.Position, unit.Version);

    public static void Update(Session session, Guid entity, int year, ResponsibleUnit unit) => session.Execute(
        "UPDATE responsible_unit SET name = $4, parent_code = $5, position = $6, version = $7 WHERE entity_id = $1 AND fiscal_year = $2 AND unit_code = $3",
        entity, year, unit.Code, unit.Name, unit.Parent, unit.Position, unit.Version);

    public static void DeleteUnit(Session session, Guid entity, int year, string code) => session.Execute(
        "DELETE FROM responsible_unit WHERE entity_id = $1 AND fiscal_year = $2 AND unit_code = $3", entity, year, code);

    public static void Insert(Session session, Guid entity, int year, BudgetProgramme programme) => session.Execute(
        "INSERT INTO budget_programme (entity_id, fiscal_year, programme_code, name, version) VALUES ($1, $2, $3, $4, $5)",
        entity, year, programme.Code, programme.Name, programme.Version);

    public static void Update(Session session, Guid entity, int year, BudgetProgramme programme) => session.Execute(
        "UPDATE budget_programme SET name = $4, version = $5 WHERE entity_id = $1 AND fiscal_year = $2 AND programme_code = $3",
        entity, year, programme.Code, programme.Name, programme.Version);

    public static void DeleteProgramme(Session session, Guid entity, int year, string code) => session.Execute(
        "DELETE FROM budget_programme WHERE entity_id = $1 AND fiscal_year = $2 AND programme_code = $3", entity, year, code);

    /// <summary>Inserts a project, its indicators apart.</summary>
    public static void Insert(Session session, Guid entity, int year, PlannedProject project) => session.Execute(
        $"INSERT INTO project ({ProjectColumns}, entity_id, fiscal_year) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)",
        [.. Values(project), entity, year]);

    public static void Update(Session session, Guid entity, PlannedProject project) => session.Execute(
        """
        UPDATE project SET position = $2, unit_code = $3, project_key = $4, name = $5, programme_code = $6, type = $7, subfunction = $8, sdg_targets = $9,
            plan_alignment = $10, objective = $11, municipality = $12, locality = $13, beneficiary_type = $14, women = $15, men = $16,
            added_by_amendment = $17, closed = $18, version = $19, beneficiary_accumulation = $20
        WHERE project_id = $1 AND entity_id = $21
        """,
        [.. Values(project), entity]);

    public static void DeleteProject(Session session, Guid entity, Guid project)
    {
        session.Execute("DELETE FROM indicator WHERE entity_id = $1 AND project_id = $2", entity, project);
        session.Execute("DELETE FROM project WHERE entity_id = $1 AND project_id = $2", entity, project);
    }

    public static void Insert(Session session, Guid entity, Guid project, Indicator indicator) => session.Execute(
        $"INSERT INTO indicator ({IndicatorColumns}, entity_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)",
        [.. Values(project, indicator), entity]);

    public static void Update(Session session, Guid entity, Guid project, Indicator indicator) => session.Execute(
        """
        UPDATE indicator SET position = $3, level = $4, objective = $5, name = $6, unit_of_measure = $7, dimension = $8, type = $9, frequency = $10,
            direction = $11, baseline = $12, numerator = $13, denominator = $14, accumulation = $15, formula = $16, bands = $17,
            means_of_verification = $18, assumptions = $19, annual_target = $20, calendar = $21, version = $22
        WHERE indicator_id = $1 AND project_id = $2 AND entity_id = $23
        """,
        [.. Values(project, indicator), entity]);

    public static void DeleteIndicator(Session session, Guid entity, Guid indicator) => session.Execute(
        "DELETE FROM indicator WHERE entity_id = $1 AND indicator_id = $2", entity, indicator);

    /// <summary>A calendar as it is stored: twelve quantities, empty where nothing is said.</summary>
    public static string Stored(IReadOnlyList<decimal?> calendar) =>
        string.Join(Between, calendar.Select(static quantity => quantity?.ToString("0.####", CultureInfo.InvariantCulture)));

    private static string Stored(PlanState state) => state switch
    {
        PlanState.Draft => "draft",
        PlanState.Approved => "approved",
        PlanState.Open => "open",
        _ => "closed",
    };

    private static PlanState State(string stored) => stored switch
    {
        "draft" => PlanState.Draft,
        "approved" => PlanState.Approved,
        "open" => PlanState.Open,
        _ => PlanState.Closed,
    };

    private static object?[] Values(PlannedProject p) =>
    [
        p.Id, p.Position, p.UnitCode, p.Key, p.Name, p.ProgrammeCode.Length == 0 ? null : p.ProgrammeCode, (int)p.Type, p.Subfunction,
        string.Join(' ', p.SdgTargets), p.PlanAlignment, p.Objective, p.Municipality, p.Locality, (int)p.BeneficiaryType,
        p.PopulationWomen, p.PopulationMen, p.AddedByAmendment, p.Closed, p.Version, (int)p.BeneficiaryAccumulation,
    ];

    private static object?[] Values(Guid project, Indicator i) =>
    [
        i.Id, project, i.Position, (int)i.Level, i.Objective, i.Name, i.UnitOfMeasure, (int)i.Dimension, (int)i.Type, (int)i.Frequency, (int)i.Direction,
        ReportRows.Stored(i.Baseline), i.Numerator, i.Denominator, (int)i.Accumulation, (int)i.Formula, i.Bands.Scheme, i.MeansOfVerification, i.Assumptions,
        ReportRows.Stored(i.AnnualTarget), Stored(i.Calendar), i.Version,
    ];

    private static PlannedProject Project(Row row, IReadOnlyList<Indicator> indicators) => new()
    {
        Id = row.Id(0),
        Position = row.Int(1),
        UnitCode = row.Text(2),
        Key = row.Text(3),
        Name = row.Text(4),
        ProgrammeCode = row.OptionalText(5) ?? "",
        Type = (ProjectType)row.Int(6),
        Subfunction = row.Text(7),
        SdgTargets = row.Text(8).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        PlanAlignment = row.Text(9),
        Objective = row.Text(10),
        Municipality = row.Text(11),
        Locality = row.Text(12),
        BeneficiaryType = (BeneficiaryType)row.Int(13),
        PopulationWomen = row.OptionalLong(14),
        PopulationMen = row.OptionalLong(15),
        AddedByAmendment = row.Bool(16),
        Closed = row.Bool(17),
        Version = row.Int(18),
        BeneficiaryAccumulation = (AccumulationRule)row.Int(19),
        Indicators = indicators,
    };

    private static Dictionary<Guid, List<Indicator>> LoadIndicators(Session session, Guid entity, int year)
    {
        var byProject = new Dictionary<Guid, List<Indicator>>();
        session.Each(
            $"""
            SELECT {IndicatorColumns} FROM indicator
            WHERE entity_id = $1 AND project_id IN (SELECT project_id FROM project WHERE entity_id = $1 AND fiscal_year = $2)
            ORDER BY project_id, position
            """,
            row =>
            {
                var project = row.Id(1);
                if (!byProject.TryGetValue(project, out var list))
                {
                    byProject.Add(project, list = []);
                }

                list.Add(Indicator(row));
            },
            entity, year);
        return byProject;
    }

    private static Indicator Indicator(Row row) => new()
    {
        Id = row.Id(0),
        Position = row.Int(2),
        Level = (IndicatorLevel)row.Int(3),
        Objective = row.Text(4),
        Name = row.Text(5),
        UnitOfMeasure = row.Text(6),
        Dimension = (IndicatorDimension)row.Int(7),
        Type = (IndicatorType)row.Int(8),
        Frequency = (MeasurementFrequency)row.Int(9),
        Direction = (DesiredDirection)row.Int(10),
        Baseline = Quantity(row, 11),
        Numerator = row.Text(12),
        Denominator = row.Text(13),
        Accumulation = (AccumulationRule)row.Int(14),
        Formula = (FulfilmentFormula)row.Int(15),
        Bands = ThresholdSet.TryParse(row.Text(16), out var bands) ? bands : ThresholdSet.Symmetric,
        MeansOfVerification = row.Text(17),
        Assumptions = row.Text(18),
        AnnualTarget = Quantity(row, 19),
        Calendar = Calendar(row.Text(20)),
        Version = row.Int(21),
    };

    private static decimal? Quantity(Row row, int column) => row.OptionalLong(column) is { } stored ? ReportRows.Quantity(stored) : null;

    private static decimal?[] Calendar(string stored) =>
        [.. stored.Split(Between).Select(static text => text.Length == 0 ? (decimal?)null : ReportRows.Quantity((long)(decimal.Parse(text, CultureInfo.InvariantCulture) * 10_000m)))];
}
