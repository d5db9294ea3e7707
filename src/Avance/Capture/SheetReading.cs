using Avance.Catalogs;
using Avance.Findings;
using Avance.Planning;
using Avance.Progress;

namespace Avance.Capture;

/// <summary>Reads the cells of a sheet: figures as people type them, places of the catalogue, and what is still missing.</summary>
public sealed class SheetReading
{
    private const decimal LargestQuantity = 1_000_000_000_000m;
    private const decimal MostPeople = 10_000_000_000m;

    private readonly IReadOnlyDictionary<CellAddress, CaptureCell> _cells;
    private readonly int _quarter;
    private readonly List<CellProblem> _problems = [];

    private SheetReading(IReadOnlyDictionary<CellAddress, CaptureCell> cells, int quarter) => (_cells, _quarter) = (cells, quarter);

    /// <summary>Reads a sheet.</summary>
    /// <param name="projects">The unit's projects, in the plan's order.</param>
    /// <param name="quarter">Which quarter, 1 to 4.</param>
    /// <param name="cells">What stands in each place that was written.</param>
    public static SheetContent Read(IEnumerable<PlannedProject> projects, int quarter, IReadOnlyDictionary<CellAddress, CaptureCell> cells)
    {
        ArgumentNullException.ThrowIfNull(projects);
        ArgumentNullException.ThrowIfNull(cells);
        var reading = new SheetReading(cells, quarter);
        return new([.. projects.Select(reading.Project)], reading._problems);
    }

    /// <summary>Reads a figure as people type it: <c>1,234.50</c>, <c>1 234.5</c>; null for none.</summary>
    public static decimal? Figure(string text) => Avance.Figure.TryRead(text, out var value) ? value : null;

    private ProjectCapture Project(PlannedProject project)
    {
        var rows = _cells.Keys.Where(a => a.Subject == project.Id).Select(static a => CaptureField.Split(a.Field))
            .Where(static f => f.Row > 0 && f.Name != CaptureField.Answer).Select(static f => f.Row).Distinct().Order();
        var places = rows.Select(row => Place(project, row)).OfType<PlaceCapture>().ToList();
        if (places.Count == 0)
        {
            Missing(new(project.Id, CaptureField.Row(CaptureField.Women, 1)), new(
                $"Falta decir a cuántas mujeres y hombres atendió {project.Key}; escriba 0 si a nadie.",
                $"How many women and men {project.Key} served is missing; write 0 for nobody."));
        }

        return new(
            project,
            [.. project.Indicators.Select(Indicator)],
            places,
            new(Prose(project.Id, CaptureField.Cause), Prose(project.Id, CaptureField.Effect), Prose(project.Id, CaptureField.OtherReasons)));
    }

    private IndicatorCapture Indicator(Indicator indicator)
    {
        var achieved = Quantity(indicator, CaptureField.Achieved);
        if (Value(indicator.Id, CaptureField.Achieved).Length == 0 && MeasuredPeriods.IsDue(indicator.Frequency, _quarter))
        {
            Missing(new(indicator.Id, CaptureField.Achieved), new(
                $"Falta lo alcanzado en «{indicator.Name}»; escriba 0 si no hubo avance.",
                $"What was achieved in “{indicator.Name}” is missing; write 0 if there was no progress."));
        }

        return new(indicator, achieved, Quantity(indicator, CaptureField.Denominator));
    }

    private decimal? Quantity(Indicator indicator, string field)
    {
        var address = new CellAddress(indicator.Id, field);
        if (Number(address, 4, LargestQuantity) is not { } quantity)
        {
            return null;
        }

        if (quantity != decimal.Truncate(quantity) && UnitOfMeasure.IsWhole(indicator.UnitOfMeasure, UnitOfMeasure.CountedWhole))
        {
            Add(address, "AVP-049", Severity.Warning, new(
                $"La unidad «{indicator.UnitOfMeasure}» no admite fracciones: {Avance.Figure.Print(quantity)}.",
                $"The unit “{indicator.UnitOfMeasure}” takes no fractions: {Avance.Figure.Print(quantity)}."));
        }

        return TargetQuantity.Normalize(quantity);
    }

    private PlaceCapture? Place(PlannedProject project, int row)
    {
        var (women, men) = (At(CaptureField.Women), At(CaptureField.Men));
        var (municipality, locality) = (Value(project.Id, CaptureField.Row(CaptureField.Municipality, row)), Value(project.Id, CaptureField.Row(CaptureField.Locality, row)));
        if (municipality.Length + locality.Length + Value(women).Length + Value(men).Length == 0)
        {
            return null;
        }

        // A place left blank is the plan's; a locality alone is one of the plan's municipality.
        locality = municipality.Length + locality.Length > 0 ? locality : project.Locality;
        municipality = municipality.Length > 0 ? municipality : project.Municipality;
        CheckPlace(project.Id, row, municipality, locality);
        foreach (var address in new[] { women, men })
        {
            if (Value(address).Length == 0)
            {
                Missing(address, new(
                    $"Falta un número en la fila {row} de personas atendidas de {project.Key}; escriba 0 si a nadie.",
                    $"A number is missing in row {row} of people served by {project.Key}; write 0 for nobody."));
            }
        }

        return new(
            row,
            municipality,
            locality,
            (long?)Number(women, 0, MostPeople),
            (long?)Number(men, 0, MostPeople));

        CellAddress At(string field) => new(project.Id, CaptureField.Row(field, row));
    }

    private void CheckPlace(Guid project, int row, string municipality, string locality)
    {
        if (!Coverage.IsPlace(municipality))
        {
            if (Coverage.IsStateWide(municipality) && Coverage.IsPlace(locality))
            {
                Add(new(project, CaptureField.Row(CaptureField.Locality, row)), "AVP-031", Severity.Error, new(
                    $"Con cobertura estatal no se captura localidad: «{locality}».",
                    $"With state-wide coverage no locality is captured: “{locality}”."));
            }
        }
        else if (MunicipalityCatalog.FindByName(municipality) is null)
        {
            Add(new(project, CaptureField.Row(CaptureField.Municipality, row)), "AVP-030", Severity.Error, new(
                $"«{municipality}» no es un municipio del catálogo; elija uno de la lista o «Cobertura Estatal».",
                $"“{municipality}” is no municipality of the catalogue; choose one of the list or «Cobertura Estatal»."));
        }
    }

    private decimal? Number(CellAddress address, int decimals, decimal most)
    {
        var text = Value(address);
        if (text.Length == 0)
        {
            return null;
        }

        if (Figure(text) is not { } value)
        {
            Add(address, "capture.figure", Severity.Error, new(
                $"«{Excerpt(text)}» no es un número; escríbalo como 1,234.50 o 1234.5, con punto decimal.",
                $"“{Excerpt(text)}” is no number; write it like 1,234.50 or 1234.5, with a decimal point."));
            return null;
        }

        if (value < 0)
        {
            Add(address, "AVP-008", Severity.Error, new(
                $"No se admiten valores negativos: {text}.", $"Negative values are not accepted: {text}."));
            return null;
        }

        if (value > most || decimal.Round(value, decimals) != value)
        {
            Add(address, "capture.figure", Severity.Error, value > most
                ? new($"{text} es demasiado grande.", $"{text} is too large.")
                : decimals == 0 ? new($"{text} tiene decimales y las personas se cuentan enteras.", $"{text} has decimals, and people are counted whole.")
                : new($"{text} tiene más de {decimals} decimales.", $"{text} has more than {decimals} decimals."));
            return null;
        }

        return value;
    }

    private void Missing(CellAddress address, LocalizedText text) => Add(address, "capture.missing", Severity.Error, text);

    private void Add(CellAddress address, string rule, Severity severity, LocalizedText text) => _problems.Add(new(address, rule, severity, text));

    /// <summary>What was typed in a box of several lines, as the one line that is printed.</summary>
    private string Prose(Guid subject, string field) => Value(subject, field).ReplaceLineEndings(" ");

    private string Value(Guid subject, string field) => Value(new(subject, field));

    private string Value(CellAddress address) => _cells.TryGetValue(address, out var cell) ? cell.Value : "";

    private static string Excerpt(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
