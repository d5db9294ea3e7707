using Avance.App.Budget;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Budget;
using Avance.Ledger;
using Avance.Planning;

namespace Avance.IntegrationTests.Budget;

/// <summary>
/// An office with an open year: projects 06/A008 and 07/A008 of the plan, 06/E003 added during the year; 1 200.00 a month in
/// one line of each of the first two, of which 200.00 a month are committed in 06/A008; salaries of 9 000.00 a month, all committed.
/// </summary>
internal sealed partial class AmendmentOffice : IDisposable
{
    public const string Code = "IEPC";
    public const int Year = 2023;
    public const string Origin = "06-R101-A008-21101-1-16";
    public const string Salaries = "06-R101-A008-11301-1-16";
    public const string Other = "07-R101-A008-21101-1-16";
    public const string Earmarked = "07-R101-A008-21101-1-26";
    public const string New = "06-R101-E003-33401-1-16";

    public AmendmentOffice(string location)
    {
        Database = Database.Open(location);
        Plan();
        Approve();
        new PlanYears(Database, TimeProvider.System).Open(Code, Year, "ana");
        AddProject();
        Commit();
    }

    private AmendmentOffice(Database database) => Database = database;

    public Database Database { get; }

    public Amendments Amendments => new(Database, TimeProvider.System);

    public AmendmentQueries Queries => new(Database);

    /// <summary>A draft that holds: 1 000.00 from 06/A008 to 06/E003 in October, and five audits for it.</summary>
    public static Amendment Draft { get; } = new()
    {
        Id = Guid.Empty,
        Year = Year,
        Type = AmendmentType.Transfer,
        EffectiveOn = new(2023, 10, 2),
        UnitCode = "06",
        Agreement = "IEPC/JGE-A/005/2023",
        LegalBasis = "Normas presupuestarias, artículo 12",
        Justification = "Certificación del sistema de gestión de calidad.",
        Lines = [new(Origin, 10, Pesos(-1_000)), new(New, 10, Pesos(1_000))],
        Targets = [new("06", "E003", 1, 10, 3), new("06", "E003", 1, 12, 2)],
    };

    /// <summary>Puts the office into a database, with an amendment that was applied, with its file, and a draft that is not balanced.</summary>
    public static void Fill(string location)
    {
        using var office = new AmendmentOffice(location);
        var folio = office.Bring(Draft);
        office.Amendments.Attach(Code, Year, folio, "acuerdo 005.pdf", "%PDF-1.7 acuerdo"u8.ToArray(), "ana");
        office.Amendments.Create(Code, Draft with { Lines = [new(Origin, 11, Pesos(-500)), new(New, 11, Pesos(400))] }, "ana");
    }

    /// <summary>The office that a database has already.</summary>
    public static AmendmentOffice Of(string location) => new(Database.Open(location));

    public static Money Pesos(decimal pesos) => Money.FromPesos(pesos);

    /// <summary>Writes a draft and takes it as far as a state, on the usual way.</summary>
    public string Bring(Amendment draft, AmendmentState to = AmendmentState.Applied)
    {
        var reference = Amendments.Create(Code, draft, "ana").Amendment.Reference;
        foreach (var state in AmendmentSteps.Usual(draft.Scope))
        {
            var outcome = Move(reference, state);
            if (!outcome.IsDone)
            {
                throw new InvalidOperationException(string.Join(" ", outcome.Problems.Select(p => $"{p.RuleId} {p.Where.Spanish}: {p.Text.Spanish}")));
            }

            reference = outcome.Amendment.Reference;
            if (state == to)
            {
                break;
            }
        }

        return reference;
    }

    public AmendmentOutcome Move(string reference, AmendmentState to, string remark = "", string actor = "berta") =>
        Amendments.Move(Code, Year, reference, new() { To = to, Remark = remark, EffectiveOn = new(2023, 11, 3) }, actor);

    /// <summary>The identity of a budget line; null when the year has none of that key.</summary>
    public Guid? Line(string key) => Lines().GetValueOrDefault(key)?.Id;

    public LineBalance Balance(string key) =>
        Line(key) is { } line ? new LedgerQueries(Database).Balances(Code, Year).GetValueOrDefault(line) ?? new() : new();

    /// <summary>Posts a document with its folio for a number; what the ledger refuses fails the test.</summary>
    public void Post(DocumentKind kind, string folio, IEnumerable<BudgetEntry> entries, DateOnly? on = null, bool isThirdParty = false) =>
        Offer(kind, folio, entries, on, isThirdParty).ThrowIfRefused();

    /// <summary>Offers a document to the ledger.</summary>
    public LedgerVerdict Offer(DocumentKind kind, string folio, IEnumerable<BudgetEntry> entries, DateOnly? on = null, bool isThirdParty = false) => new PostDocument(Database, TimeProvider.System).Execute(
        Code, Year,
        new() { Id = Guid.CreateVersion7(), Kind = kind, Folio = folio, SourceDocumentId = folio, EffectiveOn = on ?? new(2023, 1, 2), Entries = [.. entries], ThirdParty = isThirdParty },
        "ana");

    public void Dispose()
    {
        Database.Dispose();
        AfterDispose();
    }

    partial void AfterDispose();

    private void Plan()
    {
        var years = new PlanYears(Database, TimeProvider.System);
        var editor = new PlanEditor(Database, TimeProvider.System);
        years.Start(new(Code, "Instituto de Elecciones y Participación Ciudadana"), Year, "2.1.1.1.4", "ana");
        Must(editor.Put(Code, Year, new ResponsibleUnit("06", "Secretaría Administrativa", null, 1), "ana"));
        Must(editor.Put(Code, Year, new ResponsibleUnit("07", "Contraloría General", null, 2), "ana"));
        Must(editor.Put(Code, Year, new BudgetProgramme("R101", "Procesos electorales"), "ana"));
        foreach (var (unit, name) in new[] { ("06", "Administración de recursos"), ("07", "Fiscalización interna") })
        {
            var project = Project(unit, "A008", name);
            Must(editor.Put(Code, Year, project, "ana"));
            Must(editor.Put(Code, Year, project.Id, Indicator("Porcentaje de informes elaborados", "Informe") with { Calendar = [.. Enumerable.Repeat<decimal?>(2, 12)], AnnualTarget = 24 }, "ana"));
        }

        var problems = years.Approve(Code, Year, new(new(2023, 1, 2), "Acuerdo IEPC/CG-A/001/2023"), "ana");
        if (problems.Any(p => p.BlocksApproval))
        {
            throw new InvalidOperationException(string.Join(" ", problems.Select(p => p.Message.Spanish)));
        }
    }

    private void Approve()
    {
        var lines = Database.Write(session =>
        {
            var entity = Entities.Find(session, Code)!.Value;
            var plan = PlanRows.Load(session, entity, Year)!;
            var made = new List<BudgetLine>();
            foreach (var key in new[] { Origin, Salaries, Other, Earmarked })
            {
                var codes = key.Split('-');
                var line = new BudgetLine(Guid.CreateVersion7(), key, plan.Project(codes[0], codes[2])!.Id, codes);
                BudgetLines.Add(session, entity, Year, line);
                made.Add(line);
            }

            return made;
        });
        Post(DocumentKind.Budget, "DEC-1", lines.SelectMany(l => Monthly(l.Id, BudgetStage.Approved, l.Key == Salaries ? 9_000 : 1_200)));
    }

    private void AddProject()
    {
        var editor = new PlanEditor(Database, TimeProvider.System);
        var project = Project("06", "E003", "Sistema de gestión de calidad") with { AddedByAmendment = true };
        Must(editor.Put(Code, Year, project, "ana"));
        Must(editor.Put(Code, Year, project.Id, Indicator("Porcentaje de auditorías realizadas", "Auditoría"), "ana"));
    }

    private void Commit()
    {
        var lines = Lines();
        Post(DocumentKind.Posting, "P-1", [.. Monthly(lines[Origin].Id, BudgetStage.Committed, 200), .. Monthly(lines[Salaries].Id, BudgetStage.Committed, 9_000)]);
    }

    private Dictionary<string, BudgetLine> Lines() => Database.Read(session => BudgetLines.Load(session, Entities.Find(session, Code)!.Value, Year));

    private static IEnumerable<BudgetEntry> Monthly(Guid line, BudgetStage stage, decimal pesos) =>
        Enumerable.Range(1, 12).Select(month => new BudgetEntry(line, month, stage, Pesos(pesos)));

    private static PlannedProject Project(string unit, string key, string name) => new()
    {
        Id = Guid.CreateVersion7(),
        Key = key,
        Name = name,
        UnitCode = unit,
        ProgrammeCode = "R101",
        Subfunction = "1.3.6",
        SdgTargets = ["16.7"],
        PlanAlignment = "Eje 1. Gobierno eficaz",
        Municipality = "Cobertura Estatal",
        Locality = "Cobertura Estatal",
    };

    private static Indicator Indicator(string name, string unit) => new() { Id = Guid.CreateVersion7(), Name = name, UnitOfMeasure = unit };

    private static void Must(IReadOnlyList<PlanProblem> problems)
    {
        if (problems.Any(p => p.BlocksSaving))
        {
            throw new InvalidOperationException(string.Join(" ", problems.Select(p => p.Message.Spanish)));
        }
    }
}
