namespace Avance;

/// <summary>The months in words.</summary>
public static class MonthName
{
    private static readonly LocalizedText[] Shorts =
    [
        new("ene", "Jan"), new("feb", "Feb"), new("mar", "Mar"), new("abr", "Apr"), new("may", "May"), new("jun", "Jun"),
        new("jul", "Jul"), new("ago", "Aug"), new("sep", "Sep"), new("oct", "Oct"), new("nov", "Nov"), new("dic", "Dec"),
    ];

    private static readonly LocalizedText[] Longs =
    [
        new("enero", "January"), new("febrero", "February"), new("marzo", "March"), new("abril", "April"),
        new("mayo", "May"), new("junio", "June"), new("julio", "July"), new("agosto", "August"),
        new("septiembre", "September"), new("octubre", "October"), new("noviembre", "November"), new("diciembre", "December"),
    ];

    /// <summary>Three letters, as columns of files are headed: <c>ene</c>.</summary>
    /// <param name="month">1 to 12.</param>
    public static LocalizedText Abbreviation(int month) => Shorts[month - 1];

    /// <summary>The whole word: <c>enero</c>.</summary>
    /// <param name="month">1 to 12.</param>
    public static LocalizedText Name(int month) => Longs[month - 1];
}
