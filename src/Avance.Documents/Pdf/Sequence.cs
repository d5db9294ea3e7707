namespace Avance.Documents.Pdf;

/// <summary>
/// A list of small values. <see cref="List{T}"/> of our own structures is compiled when the program runs, not before, and
/// for a short report that takes longer than printing it.
/// </summary>
internal sealed class Sequence<T>
    where T : struct
{
    private T[] _items = new T[8];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>All of them; good until the next is added.</summary>
    public ReadOnlySpan<T> Items => new(_items, 0, Count);

    /// <summary>The value at a position.</summary>
    public ref T this[int index] => ref _items[index];

    /// <summary>Adds a value at the end.</summary>
    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            var larger = new T[Count * 2];
            Array.Copy(_items, larger, Count);
            _items = larger;
        }

        _items[Count++] = item;
    }

    /// <summary>Forgets them all.</summary>
    public void Clear() => Count = 0;
}
