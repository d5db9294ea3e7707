using Avance.Capture;
using Avance.Findings;
using Avance.Planning;
using Xunit;

namespace Avance.UnitTests.Capture;

public sealed class SheetReadingTests
{
    private static readonly Indicator Actions = new()
    {
        Id = Guid.CreateVersion7(),
        Name = "Porcentaje de acciones",
        UnitOfMeasure = "Acción",
        Calendar = [null, null, 3, null, null, 3, null, null, 3, null, null, 3],
        AnnualTarget = 12,
    };

    private static readonly PlannedProject Project = new()
    {
        Id = Guid.CreateVersion7(),
        Key = "A002",
        Name = "Proyecto",
        UnitCode = "01",
        Municipality = "Cobertura Estatal",
        Locality = "Cobertura Estatal",
        Indicators = [Actions],
    };

    [Theory]
    [InlineData("3", "3.00")]
    [InlineData("1,234.5", "1234.50")]
    [InlineData("1 234.50", "1234.50")]
    [InlineData("0", "0.00")]
    [InlineData("0.12345", null)]
    [InlineData("1.234,50", null)]
    [InlineData("tres", null)]
    [InlineData("-3", null)]
    [InlineData("9999999999999", null)]
    public void Reads_figures_as_people_type_them(string typed, string? read)
    {
        var content = Read((Actions.Id, CaptureField.Achieved, typed));
        Assert.Equal(read, content.Projects[0].Indicators[0].Achieved?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(read is null, content.Problems.Any(p => p.Address == new CellAddress(Actions.Id, CaptureField.Achieved) && p.Severity == Severity.Error));
    }

    [Fact]
    public void Says_what_is_missing_and_takes_blank_for_no_figure()
    {
        var content = Read();
        Assert.Null(content.Projects[0].Indicators[0].Achieved);
        Assert.Null(content.Projects[0].Women);
        Assert.Equal(["women-1", CaptureField.Achieved], content.Problems.Where(p => p.RuleId == "capture.missing").Select(p => p.Address.Field).OrderDescending());
    }

    [Fact]
    public void Expects_a_figure_only_in_quarters_in_which_the_indicator_is_measured()
    {
        var yearly = Project with { Indicators = [Actions with { Frequency = MeasurementFrequency.Annual }] };
        Assert.DoesNotContain(SheetReading.Read([yearly], 3, Cells([])).Problems, p => p.Address.Field == CaptureField.Achieved);
        Assert.Contains(SheetReading.Read([yearly], 4, Cells([])).Problems, p => p.Address.Field == CaptureField.Achieved);
    }

    [Fact]
    public void Adds_people_up_over_places_and_takes_the_plans_place_when_none_is_told()
    {
        var content = Read((Project.Id, "women-1", "10"), (Project.Id, "men-1", "0"), (Project.Id, "municipality-3", "tuxtla gutiérrez"), (Project.Id, "women-3", "5"), (Project.Id, "men-3", "7"));
        Assert.Equal((15, 7), (content.Projects[0].Women, content.Projects[0].Men));
        Assert.Equal(["Cobertura Estatal", "tuxtla gutiérrez"], content.Projects[0].Places.Select(p => p.Municipality));
    }

    [Theory]
    [InlineData("Tuxtla", "", "AVP-030")]
    [InlineData("Cobertura Estatal", "Copoya", "AVP-031")]
    [InlineData("Chamula", "Copoya", null)]
    public void Refuses_places_that_do_not_exist(string municipality, string locality, string? rule)
    {
        var content = Read((Project.Id, "municipality-1", municipality), (Project.Id, "locality-1", locality), (Project.Id, "women-1", "1"), (Project.Id, "men-1", "1"));
        Assert.Equal(rule, content.Problems.FirstOrDefault(p => p.RuleId.StartsWith("AVP-03", StringComparison.Ordinal))?.RuleId);
    }

    [Fact]
    public void Counts_people_whole_and_warns_of_half_an_action()
    {
        var content = Read((Project.Id, "women-1", "1.5"), (Project.Id, "men-1", "2"), (Actions.Id, CaptureField.Achieved, "2.5"));
        Assert.Contains(content.Problems, p => p.Address.Field == "women-1" && p.Severity == Severity.Error);
        Assert.Contains(content.Problems, p => p.RuleId == "AVP-049" && p.Severity == Severity.Warning);
        Assert.Equal(2.50m, content.Projects[0].Indicators[0].Achieved);
    }

    [Theory]
    [InlineData("Hubo sismo", "Se pospuso.", "", "Hubo sismo. Se pospuso.")]
    [InlineData("", "", "", "")]
    [InlineData("¿Por qué?", "", "Nota", "¿Por qué? Nota.")]
    public void Joins_the_parts_of_an_explanation_as_they_are_printed(string cause, string effect, string other, string text) =>
        Assert.Equal(text, new CapturedExplanation(cause, effect, other).Text);

    [Theory]
    [InlineData("women-1", SubjectKind.Project, CaptureField.MaxFigure)]
    [InlineData("women-130", SubjectKind.Project, CaptureField.MaxFigure)]
    [InlineData("women-131", SubjectKind.Project, 0)]
    [InlineData("women-01", SubjectKind.Project, 0)]
    [InlineData("women--1", SubjectKind.Project, 0)]
    [InlineData("women", SubjectKind.Project, 0)]
    [InlineData("achieved", SubjectKind.Project, 0)]
    [InlineData("achieved-1", SubjectKind.Indicator, 0)]
    [InlineData("answer-7", SubjectKind.Sheet, CaptureField.MaxText)]
    [InlineData("cause", SubjectKind.Sheet, 0)]
    [InlineData("", SubjectKind.Project, 0)]
    public void Knows_its_fields(string field, SubjectKind kind, int most) => Assert.Equal(most, CaptureField.MaxLength(field, kind));

    private static SheetContent Read(params (Guid Subject, string Field, string Value)[] typed) => SheetReading.Read([Project], 3, Cells(typed));

    private static Dictionary<CellAddress, CaptureCell> Cells((Guid Subject, string Field, string Value)[] typed) =>
        typed.ToDictionary(t => new CellAddress(t.Subject, t.Field), t => new CaptureCell(new(t.Subject, t.Field), t.Value, 1, "eva", DateTimeOffset.UnixEpoch));
}
