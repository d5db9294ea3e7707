namespace Avance.App.Journal;

/// <summary>Which records of a journal are asked for. What is empty keeps all.</summary>
public sealed record JournalFilter
{
    /// <summary>Only by this person.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Only what was done under a name that begins so: <c>capture.</c>, <c>report.imported</c>.</summary>
    public string Action { get; init; } = "";

    /// <summary>Only what it was done to has this text in its name, in capitals or not: <c>2024-Q1 01</c>.</summary>
    public string Subject { get; init; } = "";

    /// <summary>From this day on; days are those of coordinated time, as moments are shown.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Until this day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether it keeps everything.</summary>
    public bool IsEmpty => this == new JournalFilter();

    /// <summary>The conditions of a query whose first parameter is the entity, and the parameters after it.</summary>
    internal (string Sql, List<object?> Values) Conditions()
    {
        var (sql, values) = (new System.Text.StringBuilder(), new List<object?>());
        Add("actor = {0}", Actor, Actor.Length > 0);
        Add("action LIKE {0} ESCAPE '!'", Pattern(Action) + "%", Action.Length > 0);
        Add("lower(subject) LIKE lower({0}) ESCAPE '!'", $"%{Pattern(Subject)}%", Subject.Length > 0);
        Add("recorded_at >= {0}", Midnight(From), From is not null);
        Add("recorded_at < {0}", Midnight(To is { } day && day < DateOnly.MaxValue ? day.AddDays(1) : To), To is not null);
        return (sql.ToString(), values);

        void Add(string condition, object? value, bool isAsked)
        {
            if (isAsked)
            {
                values.Add(value);
                sql.Append(" AND ").AppendFormat(System.Globalization.CultureInfo.InvariantCulture, condition, $"${values.Count + 1}");
            }
        }
    }

    private static DateTimeOffset Midnight(DateOnly? day) => new((day ?? default).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static string Pattern(string text) => text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
}
