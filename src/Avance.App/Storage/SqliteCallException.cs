namespace Avance.App.Storage;

/// <summary>SQLite refused a call for a reason that is nobody's to mend but the program's own.</summary>
/// <param name="code">SQLite's primary result code.</param>
/// <param name="message">What SQLite says about it.</param>
public sealed class SqliteCallException(int code, string message) : Exception($"SQLite {code}: {message}")
{
    /// <summary>SQLite's primary result code.</summary>
    public int Code => code;

    /// <summary>What SQLite says about it.</summary>
    public string Detail => message;
}
