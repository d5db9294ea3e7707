using System.Text;

namespace Avance.App.Importing;

/// <summary>The text of a page by the number of the marked content that it stands in, and the line of each.</summary>
internal sealed class PdfPageText
{
    private readonly StringBuilder _text = new();
    private readonly List<Piece> _pieces = [];
    private readonly Dictionary<int, (int First, int Last)> _ends = [];
    private readonly SortedSet<int> _heights = new(Comparer<int>.Create((a, b) => b.CompareTo(a)));
    private int[]? _lines;

    /// <summary>How much memory the page takes, about, in characters.</summary>
    public int Size => _text.Length + (_pieces.Count * 16);

    /// <summary>Whether anything is written on the page.</summary>
    public bool HasText => _heights.Count > 0;

    /// <summary>Where text goes before it is known whose it is.</summary>
    public StringBuilder Text => _text;

    /// <summary>Says whose the text is that was appended since <paramref name="start"/>, and how high on the page it stands.</summary>
    public void Mark(int content, int start, double height)
    {
        var rounded = (int)Math.Clamp(Math.Round(height), -100_000, 100_000);
        if (_heights.Count < 20_000)
        {
            _heights.Add(rounded);
        }

        if (content < 0)
        {
            return;
        }

        if (_pieces.Count > 0 && _pieces[^1] is var last && last.Content == content && last.Start + last.Length == start)
        {
            _pieces[^1] = last with { Length = _text.Length - last.Start };
            return;
        }

        var index = _pieces.Count;
        if (_ends.TryGetValue(content, out var ends))
        {
            _pieces[ends.Last] = _pieces[ends.Last] with { Next = index };
            _ends[content] = ends with { Last = index };
        }
        else
        {
            _ends.Add(content, (index, index));
        }

        _pieces.Add(new(content, start, _text.Length - start, rounded, -1));
    }

    /// <summary>Appends the text of some marked content.</summary>
    public void Append(int content, StringBuilder output)
    {
        for (var i = _ends.TryGetValue(content, out var ends) ? ends.First : -1; i >= 0; i = _pieces[i].Next)
        {
            output.Append(_text, _pieces[i].Start, _pieces[i].Length);
        }
    }

    /// <summary>1-based line of the page where some marked content begins; 0 when it has no text.</summary>
    public int Line(int content)
    {
        if (!_ends.TryGetValue(content, out var ends))
        {
            return 0;
        }

        _lines ??= [.. _heights];
        var found = Array.BinarySearch(_lines, _pieces[ends.First].Height, Comparer<int>.Create((a, b) => b.CompareTo(a)));
        return found < 0 ? 0 : found + 1;
    }

    private readonly record struct Piece(int Content, int Start, int Length, int Height, int Next);
}
