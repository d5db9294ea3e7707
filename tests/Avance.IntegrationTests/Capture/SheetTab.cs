using Avance.Capture;

namespace Avance.IntegrationTests.Capture;

/// <summary>
/// A tab with a sheet open, as its script works: what is typed waits until the server has answered for it, and is sent again, as it
/// was, when no answer came. In a conflict the person keeps what the other wrote, or says again what they meant.
/// </summary>
internal sealed class SheetTab(string actor, IReadOnlyDictionary<CellAddress, CaptureCell> page)
{
    private readonly Dictionary<CellAddress, int> _seen = page.ToDictionary(static c => c.Key, static c => c.Value.Revision);
    private readonly Dictionary<CellAddress, string> _unsent = [];

    public string Actor => actor;

    public bool HasUnsent => _unsent.Count > 0;

    /// <summary>With which revision in sight each value was sent, and how many times a person insisted on it.</summary>
    public Dictionary<(CellAddress Place, string Value), (HashSet<int> Bases, int Insisted)> Sent { get; } = [];

    /// <summary>What the server said that it keeps.</summary>
    public List<(CellAddress Place, string Value, int Revision)> Kept { get; } = [];

    public void Type(CellAddress place, string value) => _unsent[place] = value;

    /// <summary>What would be sent of some unsent places now.</summary>
    public List<CellEdit> Request(IEnumerable<CellAddress> places)
    {
        var edits = places.Where(_unsent.ContainsKey).Select(a => new CellEdit(a, _unsent[a], _seen.GetValueOrDefault(a))).ToList();
        foreach (var (place, value, seen) in edits)
        {
            var sent = Sent.TryGetValue((place, value), out var before) ? before : ([], 0);
            sent.Bases.Add(seen);
            Sent[(place, value)] = sent;
        }

        return edits;
    }

    public IEnumerable<CellAddress> Unsent => _unsent.Keys;

    /// <summary>Takes an answer: a value may have been typed over since it was sent, and then stays unsent.</summary>
    public void Take(IReadOnlyList<CellEdit> sent, IReadOnlyList<AnsweredCell> answer, bool insists)
    {
        foreach (var cell in answer)
        {
            var place = cell.Place;
            var value = sent.First(e => e.Address == place).Value;
            var isCurrent = _unsent.TryGetValue(place, out var typed) && typed == value;
            if (!cell.IsConflict)
            {
                Kept.Add((place, cell.Value, cell.Revision));
                _seen[place] = Math.Max(_seen.GetValueOrDefault(place), cell.Revision);
                if (isCurrent)
                {
                    _unsent.Remove(place);
                }
            }
            else if (isCurrent)
            {
                Resolve(place, value, cell, insists);
            }
        }
    }

    private void Resolve(CellAddress place, string value, AnsweredCell cell, bool insists)
    {
        _seen[place] = Math.Max(_seen.GetValueOrDefault(place), cell.Revision);
        if (insists || Sent.ContainsKey((place, cell.Value)))
        {
            Sent[(place, value)] = Sent[(place, value)] with { Insisted = Sent[(place, value)].Insisted + 1 };
        }
        else
        {
            _unsent.Remove(place);
        }
    }
}
