namespace Avance.Capture;

/// <summary>A place of a sheet where something is written.</summary>
/// <param name="Subject">The indicator or the project that it is about; the empty identity for the sheet itself.</param>
/// <param name="Field">What of it: one of <see cref="CaptureField"/>.</param>
public readonly record struct CellAddress(Guid Subject, string Field);

/// <summary>What stands in a place of a sheet: as it was typed, also when it cannot be read as what it should be.</summary>
/// <param name="Address">Where.</param>
/// <param name="Value">What was typed, without spaces around it.</param>
/// <param name="Revision">How many times this place was written; 1 for the first.</param>
/// <param name="Actor">Who wrote it last.</param>
/// <param name="At">When.</param>
public sealed record CaptureCell(CellAddress Address, string Value, int Revision, string Actor, DateTimeOffset At);

/// <summary>Something typed into a sheet, to be kept.</summary>
/// <param name="Address">Where.</param>
/// <param name="Value">What.</param>
/// <param name="Base">The revision that the person saw there; 0 for none.</param>
public readonly record struct CellEdit(CellAddress Address, string Value, int Base);

/// <summary>What became of something typed.</summary>
/// <param name="Address">Where.</param>
/// <param name="IsConflict">Whether somebody else wrote there after the person saw it: then nothing was overwritten.</param>
/// <param name="Current">What stands there now; null when nothing was ever written.</param>
public sealed record CellOutcome(CellAddress Address, bool IsConflict, CaptureCell? Current);

/// <summary>The fields of a sheet. Names are stored; they never change.</summary>
public static class CaptureField
{
    /// <summary>Units achieved in the quarter, of an indicator.</summary>
    public const string Achieved = "achieved";

    /// <summary>The denominator in the quarter, of an indicator whose denominator is not what was programmed.</summary>
    public const string Denominator = "denominator";

    /// <summary>Why a project's figures part from its programme.</summary>
    public const string Cause = "cause";

    /// <summary>What that does to the project.</summary>
    public const string Effect = "effect";

    /// <summary>Whatever else has to be said.</summary>
    public const string OtherReasons = "other";

    /// <summary>The municipality of a row of people served.</summary>
    public const string Municipality = "municipality";

    /// <summary>The locality of a row of people served.</summary>
    public const string Locality = "locality";

    /// <summary>Women of a row of people served.</summary>
    public const string Women = "women";

    /// <summary>Men of a row of people served.</summary>
    public const string Men = "men";

    /// <summary>The unit's answer to a remark.</summary>
    public const string Answer = "answer";

    /// <summary>How many rows of people served a project may have.</summary>
    public const int MaxPlaces = 130;

    /// <summary>The longest figure that is kept.</summary>
    public const int MaxFigure = 40;

    /// <summary>The longest name of a place.</summary>
    public const int MaxPlace = 200;

    /// <summary>The longest text.</summary>
    public const int MaxText = 4000;

    /// <summary>The field of one row, or of one remark: <c>women-2</c>.</summary>
    public static string Row(string field, int row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{field}-{row}");

    /// <summary>Parts a field into its name and its row; row 0 when it has none.</summary>
    public static (string Name, int Row) Split(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var dash = field.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && int.TryParse(field.AsSpan(dash + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var row) && row > 0 && field[dash + 1] != '0'
            ? (field[..dash], row)
            : (field, 0);
    }

    /// <summary>The longest text that a field takes; 0 when there is no such field of such a subject.</summary>
    /// <param name="field">The field.</param>
    /// <param name="kind">What it is a field of.</param>
    public static int MaxLength(string field, SubjectKind kind) => (Split(field), kind) switch
    {
        ((Achieved or Denominator, 0), SubjectKind.Indicator) => MaxFigure,
        ((Cause or Effect or OtherReasons, 0), SubjectKind.Project) => MaxText,
        ((Municipality or Locality, > 0 and <= MaxPlaces), SubjectKind.Project) => MaxPlace,
        ((Women or Men, > 0 and <= MaxPlaces), SubjectKind.Project) => MaxFigure,
        ((Answer, > 0), _) => MaxText,
        _ => 0,
    };

    /// <summary>The field in words, with its row.</summary>
    public static LocalizedText Name(string field)
    {
        var (name, row) = Split(field);
        var text = name switch
        {
            Achieved => new LocalizedText("alcanzado en el trimestre", "achieved in the quarter"),
            Denominator => new("denominador del trimestre", "denominator of the quarter"),
            Cause => new("causa", "cause"),
            Effect => new("efecto", "effect"),
            OtherReasons => new("otros motivos", "other reasons"),
            Municipality => new("municipio", "municipality"),
            Locality => new("localidad", "locality"),
            Women => new("mujeres", "women"),
            Men => new("hombres", "men"),
            Answer => new("respuesta a la observación", "answer to the remark"),
            "" => new("en general", "in general"),
            _ => new(name, name),
        };
        var number = row.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return row == 0 ? text
            : name == Answer ? new($"{text.Spanish} {number}", $"{text.English} {number}")
            : new($"{text.Spanish}, fila {number}", $"{text.English}, row {number}");
    }
}

/// <summary>What a place of a sheet is about.</summary>
public enum SubjectKind
{
    /// <summary>An indicator of the unit.</summary>
    Indicator,

    /// <summary>A project of the unit.</summary>
    Project,

    /// <summary>The sheet itself.</summary>
    Sheet,
}
