namespace Avance.App.Tables;

/// <summary>Many short texts, one after the other in few large blocks: a million of them take little more than their letters.</summary>
internal sealed class TextStore(long maxCharacters)
{
    private const int BlockSize = 1 << 20;

    private readonly List<char[]> _blocks = [];
    private readonly List<long> _starts = [];
    private readonly List<int> _lengths = [];
    private int _used = BlockSize;
    private long _characters;

    public int Count => _starts.Count;

    /// <summary>A text by its number, from 0; blank when there is none.</summary>
    public ReadOnlySpan<char> this[int index] => (uint)index < (uint)_starts.Count
        ? _blocks[(int)(_starts[index] >> 32)].AsSpan((int)_starts[index], _lengths[index])
        : default;

    /// <exception cref="IOException">They are more than may be kept.</exception>
    public void Add(ReadOnlySpan<char> text)
    {
        _characters += text.Length + sizeof(long);
        if (_characters > maxCharacters)
        {
            throw new Importing.LimitException("strings");
        }

        if (_used + text.Length > BlockSize)
        {
            _blocks.Add(new char[Math.Max(BlockSize, text.Length)]);
            _used = 0;
        }

        text.CopyTo(_blocks[^1].AsSpan(_used));
        _starts.Add(((long)(_blocks.Count - 1) << 32) | (uint)_used);
        _lengths.Add(text.Length);
        _used += text.Length;
    }
}
