using System.Globalization;
using Avance.App.Capture;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Capture;
using Avance.Planning;

namespace Avance.IntegrationTests.Capture;

/// <summary>
/// An office whose first quarter was captured, signed and closed, and whose second is being captured: unit 01 has sent its sheet, unit
/// 02 was returned its own with a remark, and unit 03 has only begun. Eva captures, Rosa reviews, Omar signs, Ana plans.
/// </summary>
internal sealed class CaptureSample(Database database, string code)
{
    public const string Code = "DIF";
    public const int Year = 2024;
    public const string Eva = "eva.lopez@dif.example";
    public const string Rosa = "rosa.ruiz@dif.example";
    public const string Omar = "omar.diaz@dif.example";
    public const string Ana = "ana.gomez@dif.example";

    /// <summary>The first target of unit 02.</summary>
    public static Guid Subject { get; } = new("01920000-0000-7000-8000-000000000002");

    private readonly SampleClock _clock = new(new(Year, 4, 8, 15, 0, 0, TimeSpan.Zero));
    private readonly SheetGrounds _grounds = new();

    /// <summary>A clock for whoever looks at it: five days before the deadline of the second quarter, and going on.</summary>
    public static TimeProvider Clock { get; } = new SampleClock(new(Year, 7, 10, 15, 0, 0, TimeSpan.Zero));

    public static FiscalPeriod First { get; } = new(Year, 1);

    public static FiscalPeriod Second { get; } = new(Year, 2);

    /// <summary>Puts the office into a database, to where its second quarter is being captured.</summary>
    public static void Fill(string location, string code = Code)
    {
        using var database = Database.Open(location);
        var sample = new CaptureSample(database, code);
        sample.Plan();
        sample.Open(First);
        foreach (var unit in new[] { "01", "02", "03" })
        {
            sample.Complete(First, unit);
            sample.Sign(First, unit);
        }

        new CapturePeriods(database, sample._clock).Close(code, First, Ana);
        sample._clock.Start = new(Year, 7, 5, 15, 0, 0, TimeSpan.Zero);
        sample.Open(Second);
        sample.Complete(Second, "01");
        sample.Attach("01", sample.Projects("01")[0].Indicators[0].Id, "acta de la sesión.pdf");
        sample.Submit(Second, "01");
        sample.Return();
        sample.Type(Second, "03", Eva, (sample.Projects("03")[0].Indicators[0].Id, CaptureField.Achieved, "1,180"));
    }

    /// <summary>An office whose first quarter is open and blank, for whoever captures it.</summary>
    public static void Begin(string location, string code)
    {
        using var database = Database.Open(location);
        var sample = new CaptureSample(database, code);
        sample.Plan();
        sample.Open(First);
    }

    private void Plan()
    {
        var (years, editor) = (new PlanYears(database, _clock), new PlanEditor(database, _clock));
        years.Start(new(code, "Sistema para el Desarrollo Integral de la Familia"), Year, "2.1.1.1.2", Ana);
        editor.Put(code, Year, new ResponsibleUnit("01", "Dirección General", null, 0), Ana);
        editor.Put(code, Year, new ResponsibleUnit("02", "Dirección de Alimentación y Nutrición", "01", 0), Ana);
        editor.Put(code, Year, new ResponsibleUnit("03", "Dirección de Atención a Personas con Discapacidad", "01", 0), Ana);
        editor.Put(code, Year, new BudgetProgramme("S057", "Asistencia social alimentaria"), Ana);
        Project(editor, "01", "M001", "Conducir la política de asistencia social", AccumulationRule.Last, ("Sesiones de la Junta de Gobierno", "Sesión", 1));
        Project(editor, "02", "A001", "Entregar desayunos escolares", AccumulationRule.Maximum, ("Raciones alimentarias entregadas", "Ración", 45_000), ("Escuelas atendidas", "Escuela", 120));
        Project(editor, "02", "A002", "Orientar en materia alimentaria", AccumulationRule.Sum, ("Cursos de orientación impartidos", "Curso", 6));
        Project(editor, "03", "A010", "Rehabilitar a personas con discapacidad", AccumulationRule.Sum, ("Terapias otorgadas", "Terapia", 1_200), ("Ayudas técnicas entregadas", "Ayuda", 85));
        years.Approve(code, Year, new(new(Year - 1, 10, 23), "Acuerdo JG/EXT/04/2023"), Ana);
        years.Open(code, Year, Ana, withoutBudget: true);
    }

    private void Project(PlanEditor editor, string unit, string key, string name, AccumulationRule people, params (string Name, string Unit, decimal Quarter)[] indicators)
    {
        var project = new PlannedProject
        {
            Id = Guid.CreateVersion7(),
            Key = key,
            Name = name,
            UnitCode = unit,
            ProgrammeCode = "S057",
            Subfunction = "2.6.8",
            SdgTargets = ["2.1"],
            PlanAlignment = "Eje 2 «Bienestar social»",
            Objective = "Mejorar las condiciones de vida de la población",
            Municipality = "Cobertura Estatal",
            Locality = "Cobertura Estatal",
            PopulationWomen = 9_000,
            PopulationMen = 8_000,
            BeneficiaryAccumulation = people,
        };
        editor.Put(code, Year, project, Ana);
        foreach (var (title, measure, quarter) in indicators)
        {
            editor.Put(code, Year, project.Id, new Indicator
            {
                Id = (unit, title) == ("02", "Raciones alimentarias entregadas") ? Subject : Guid.CreateVersion7(),
                Name = title,
                UnitOfMeasure = measure,
                Objective = name,
                Numerator = title,
                Denominator = "",
                MeansOfVerification = "Registro de la dirección",
                Assumptions = "Hay presupuesto",
                Calendar = [null, null, quarter, null, null, quarter, null, null, quarter, null, null, quarter],
                AnnualTarget = quarter * 4,
                Baseline = quarter,
            }, Ana);
        }
    }

    private List<PlannedProject> Projects(string unit) => [.. new PlanQueries(database).Find(code, Year)!.Projects.Where(p => p.UnitCode == unit)];

    private void Open(FiscalPeriod period) =>
        new CapturePeriods(database, _clock).Open(code, period, period.CutOffDate.AddDays(1), period.CutOffDate.AddDays(15), Ana);

    private SheetFile File(FiscalPeriod period, string unit) => new CaptureQueries(database, _grounds).Sheet(code, period, unit)!;

    private void Type(FiscalPeriod period, string unit, string actor, params (Guid Subject, string Field, string Value)[] typed)
    {
        var file = File(period, unit);
        new CaptureSheets(database, _clock).Save(code, period, unit, [.. typed.Select(t => new CellEdit(new(t.Subject, t.Field), t.Value, file.Revision(new(t.Subject, t.Field))))], actor);
    }

    private void Attach(string unit, Guid subject, string name)
    {
        using var content = new MemoryStream("%PDF-1.7\n%%EOF\n"u8.ToArray());
        new Evidence(database, EvidenceStore.Of(database), _clock, EvidenceLimits.Default).Attach(code, Second, unit, subject, name, content, Eva);
    }

    private void Complete(FiscalPeriod period, string unit)
    {
        foreach (var project in Projects(unit))
        {
            Type(period, unit, Eva, (project.Id, "municipality-1", "Tuxtla Gutiérrez"), (project.Id, "locality-1", "Tuxtla Gutiérrez"), (project.Id, "women-1", "640"), (project.Id, "men-1", "580"));
            Type(period, unit, Eva, [.. project.Indicators.Select(i => (i.Id, CaptureField.Achieved, i.QuarterTarget(period.Quarter)!.Value.ToString("#,0.##", CultureInfo.InvariantCulture)))]);
            Type(period, unit, Eva,
                (project.Id, CaptureField.Cause, "Se cumplió lo programado con recursos del ejercicio anterior, sin ejercer presupuesto en el trimestre."),
                (project.Id, CaptureField.Effect, "Ninguno: la población fue atendida como se previó."));
        }
    }

    private int Submit(FiscalPeriod period, string unit)
    {
        var outcome = new SheetReview(database, _grounds, _clock).Submit(code, period, unit, File(period, unit).Sheet.Edits, "", Eva);
        return outcome.IsDone ? outcome.Version : throw new InvalidOperationException(string.Join(' ', outcome.Check.Problems.Select(p => p.Text.Spanish).Concat(outcome.Check.Findings.Where(f => f.Blocks).Select(f => f.Finding.Message.Spanish))));
    }

    private void Sign(FiscalPeriod period, string unit)
    {
        var review = new SheetReview(database, _grounds, _clock);
        var version = Submit(period, unit);
        review.Approve(code, period, unit, version, "", Rosa);
        review.Authorise(code, period, unit, version, Omar);
    }

    /// <summary>Unit 02 sends its sheet and gets it back with two remarks; Eva has mended one.</summary>
    private void Return()
    {
        Complete(Second, "02");
        var version = Submit(Second, "02");
        var (schools, people) = (Projects("02")[0].Indicators[1].Id, Projects("02")[1].Id);
        new SheetReview(database, _grounds, _clock).Return(
            code, Second, "02", version, SheetState.Submitted, "Dos cifras no coinciden con las actas.",
            [new(new(schools, CaptureField.Achieved), "El acta de junio dice 96 escuelas."), new(new(people, "women-1"), "¿Se contó dos veces a quienes tomaron dos cursos?")], Rosa);
        Type(Second, "02", Eva, (schools, CaptureField.Achieved, "96"));
        Attach("02", Subject, "acta de entrega de junio.pdf");
    }
}

/// <summary>A clock that began elsewhere.</summary>
internal sealed class SampleClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _began = System.GetTimestamp();

    public DateTimeOffset Start { get; set; } = start;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Start + System.GetElapsedTime(_began);
}
