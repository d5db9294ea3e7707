using Avance.Capture;

namespace Avance.IntegrationTests.Capture;

/// <summary>What a sheet should hold, remembered by a test beside the program: every place, every version, every step.</summary>
internal sealed class SheetMemory(FiscalPeriod period, string unit)
{
    private readonly Dictionary<CellAddress, List<(string Value, string Actor)>> _cells = [];

    public FiscalPeriod Period => period;

    public string Unit => unit;

    public SheetState State { get; private set; } = SheetState.Capturing;

    /// <summary>How many saves wrote anything.</summary>
    public long Edits { get; private set; }

    /// <summary>The steps taken, in order.</summary>
    public List<(SheetAct Act, int Version, string Actor)> Steps { get; } = [];

    /// <summary>What each submitted version said: who sent it, and what stood in each place with who wrote it.</summary>
    public List<(string Actor, Dictionary<CellAddress, (string Value, string Actor)> Cells)> Versions { get; } = [];

    /// <summary>Number of the version that was signed last, with the number of its document; 0 for none.</summary>
    public (int Version, long Document) Signed { get; private set; }

    public IReadOnlyDictionary<CellAddress, List<(string Value, string Actor)>> Cells => _cells;

    public int Revision(CellAddress place) => _cells.TryGetValue(place, out var typed) ? typed.Count : 0;

    public string Value(CellAddress place) => _cells.TryGetValue(place, out var typed) ? typed[^1].Value : "";

    /// <summary>Takes what was typed as the sheet should, and tells which places should be in conflict.</summary>
    public List<CellAddress> Keep(IReadOnlyList<CellEdit> edits, string actor)
    {
        var conflicts = new List<CellAddress>();
        var isNew = false;
        foreach (var (place, value, seen) in edits)
        {
            if (Value(place) == value.Trim())
            {
                continue;
            }

            if (seen == Revision(place))
            {
                _cells.TryAdd(place, []);
                _cells[place].Add((value.Trim(), actor));
                isNew = true;
            }
            else if ((seen == 0 ? "" : _cells[place][seen - 1].Value) != value.Trim())
            {
                conflicts.Add(place);
            }
        }

        Edits += isNew ? 1 : 0;
        return conflicts;
    }

    /// <summary>Whether somebody wrote or sent any of a version.</summary>
    public bool IsOwn(int version, string actor) => Versions[version - 1].Actor == actor || Versions[version - 1].Cells.Values.Any(c => c.Actor == actor);

    /// <summary>Takes a step.</summary>
    public void Take(SheetAct act, string actor, long document = 0)
    {
        if (act == SheetAct.Submit)
        {
            Versions.Add((actor, _cells.ToDictionary(static c => c.Key, static c => c.Value[^1])));
        }

        if (act == SheetAct.Authorise)
        {
            Signed = (Versions.Count, document);
        }

        State = SheetSteps.Find(State, act)!.To;
        Steps.Add((act, Versions.Count, actor));
    }
}
