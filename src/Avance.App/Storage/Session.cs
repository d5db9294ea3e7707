using System.Text;
using System.Text.Encodings.Web;

namespace Avance.App.Storage;

/// <summary>
/// One connection in use by one thread. It hides what differs between the two engines (types of values, bulk insertion,
/// locks), so that every statement is written once; parameters are <c>$1</c>, <c>$2</c>, … in both.
/// </summary>
internal abstract class Session : IDisposable
{
    /// <summary>Runs a statement.</summary>
    public void Execute(string sql, params object?[] values) => Each(sql, static _ => { }, values);

    /// <summary>All rows of a query, each turned into a value.</summary>
    public List<T> Query<T>(string sql, Func<Row, T> read, params object?[] values)
    {
        var rows = new List<T>();
        Each(sql, row => rows.Add(read(row)), values);
        return rows;
    }

    /// <summary>Does something with each row of a query. Another query may start only when this one has ended.</summary>
    public abstract void Each(string sql, Action<Row> action, params object?[] values);

    /// <summary>Inserts many rows in the fastest way that the engine has.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns, parted by commas, in the order of each row's values.</param>
    /// <param name="rows">The rows; read once, as they are written.</param>
    public abstract void Insert(string table, string columns, IEnumerable<object?[]> rows);

    /// <summary>
    /// Adds amounts to stored sums: a row whose key is new is inserted, one that is there grows by the amount.
    /// </summary>
    /// <param name="table">The table of sums.</param>
    /// <param name="keys">Its key columns, parted by commas.</param>
    /// <param name="sum">The column that grows.</param>
    /// <param name="rows">For each key, once, its values and then the amount.</param>
    public abstract void AddUp(string table, string keys, string sum, IEnumerable<object?[]> rows);

    /// <summary>A parameter that holds many texts, made with <see cref="Texts"/>, as a table <c>listed</c> with a column <c>value</c>.</summary>
    public abstract string Listed(string parameter);

    /// <summary>Many texts as the one value that <see cref="Listed"/> takes apart.</summary>
    public static string Texts(IEnumerable<string> texts)
    {
        var json = new StringBuilder("[");
        foreach (var text in texts)
        {
            json.Append(json.Length > 1 ? ",\"" : "\"").Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)).Append('"');
        }

        return json.Append(']').ToString();
    }

    /// <summary>Many whole numbers as a condition's right side, made with <see cref="Numbers"/>: <c>x IN (…)</c>.</summary>
    public string InNumbers(string parameter) => $"(SELECT CAST(value AS bigint) FROM {Listed(parameter)})";

    /// <summary>Many whole numbers as the one value that <see cref="InNumbers"/> takes apart.</summary>
    public static string Numbers(IEnumerable<long> numbers) => $"[{string.Join(',', numbers)}]";

    /// <summary>
    /// Tells amounts that add up to the sums of groups, in the fastest way that the engine has: a group's sum may come in
    /// several parts.
    /// </summary>
    /// <param name="keys">Three columns of small whole numbers, parted by commas, that tell a row's group.</param>
    /// <param name="amount">The column to add up.</param>
    /// <param name="source">From where: <c>FROM … WHERE …</c>.</param>
    /// <param name="add">Takes the three keys and an amount.</param>
    /// <param name="values">The parameters.</param>
    public abstract void EachPart(string keys, string amount, string source, Action<int, int, int, long> add, params object?[] values);

    /// <summary>Prepares the transaction for writing much, faster than row by row with all precautions, until its end.</summary>
    public abstract void WriteMuch();

    /// <summary>
    /// Lets the engine count what this transaction wrote to a table, where it chooses its ways by such counts and would else
    /// take the table for empty until the commit.
    /// </summary>
    public abstract void Recount(string table);

    /// <summary>Starts a transaction that only reads: all of its statements see the same moment.</summary>
    public abstract void BeginReading();

    /// <summary>
    /// Another reader at its own beginning, to share a long reading with, where the engine itself reads with one processor only;
    /// null where it does not, or cannot. Whether both see the same is for the caller to find out.
    /// </summary>
    public virtual Session? Twin() => null;

    /// <summary>Starts a transaction that may write.</summary>
    public abstract void Begin();

    /// <summary>Ends the transaction and keeps what it did. Without it, disposing of the session undoes everything.</summary>
    public abstract void Commit();

    /// <summary>
    /// Makes other writers of the same entity wait until the transaction ends, also when the entity does not exist yet.
    /// </summary>
    public abstract void LockEntity(string code);

    /// <inheritdoc/>
    public abstract void Dispose();
}
