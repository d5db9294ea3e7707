using System.Globalization;
using Avance.Capture;
using Avance.Planning;
using Xunit;

namespace Avance.IntegrationTests.Capture;

/// <summary>
/// A unit's quarter, lived one act at a time: its people type in any order, mistype, get in each other's way, send twice, are sent back
/// and answer, until its sheet is signed. It holds every answer of the program against what it remembers itself.
/// </summary>
internal sealed class SimulatedUnit
{
    private readonly SampleYear _office;
    private readonly Staff _staff;
    private readonly Chance _chance;
    private readonly List<PlannedProject> _projects;
    private readonly Dictionary<CellAddress, string> _wanted = [];
    private readonly Dictionary<CellAddress, string> _wrong = [];
    private int _slips;
    private int _returns;

    public SimulatedUnit(SampleYear office, Staff staff, Chance chance, FiscalPeriod period, string unit)
    {
        (_office, _staff, _chance) = (office, staff, chance);
        _projects = [.. office.Plan.Projects.Where(p => p.UnitCode == unit)];
        Memory = new(period, unit);
        _slips = chance.Below(6);
        foreach (var project in _projects)
        {
            Want(project);
        }

        if (chance.Is(20))
        {
            Mistake();
        }
    }

    public SheetMemory Memory { get; }

    /// <summary>Whether its sheet will be signed with a wrong figure, which is noticed only after the quarter was closed.</summary>
    public bool IsWrongUntilReopened { get; private set; }

    public bool IsDone => Memory.State.IsSettled();

    private string Unit => Memory.Unit;

    private FiscalPeriod Period => Memory.Period;

    /// <summary>One act of whoever is next.</summary>
    public void Step()
    {
        _office.Clock.Now = _office.Clock.Now.AddMinutes(1 + _chance.Below(20));
        switch (Memory.State)
        {
            case SheetState.Submitted: Judge(); break;
            case SheetState.Approved: Sign(); break;
            default: Write(); break;
        }
    }

    public void MistakeUntilReopened()
    {
        IsWrongUntilReopened = true;
        Mistake();
    }

    /// <summary>The quarter was opened again: what is wrong is known now.</summary>
    public void Reopened(string actor)
    {
        Memory.Take(SheetAct.Reopen, actor);
        IsWrongUntilReopened = false;
        _wrong.Clear();
    }

    private SheetState State() => _office.Queries.Find(SampleYear.Code, Period)!.Sheets.Single(s => s.Unit.Code == Unit).Sheet.State;

    public void DeclareMissing(string actor)
    {
        Refuse("capture.reason", () => _office.Review.DeclareMissing(SampleYear.Code, Period, Unit, State(), "", actor));
        _office.Review.DeclareMissing(SampleYear.Code, Period, Unit, State(), "No entregó en el plazo.", actor);
        Memory.Take(SheetAct.DeclareMissing, actor);
    }

    /// <summary>Everything that a unit might try is refused with a rule.</summary>
    public void IsRefusedAll(string rule)
    {
        var writer = _chance.Of(_staff.Liaisons(Unit));
        Refuse(rule, () => _office.Sheets.Save(SampleYear.Code, Period, Unit, [Edit(_wanted.Keys.First(), "77")], writer));
        Refuse(rule, () => _office.Review.Submit(SampleYear.Code, Period, Unit, Memory.Edits, "", writer));
    }

    public static void Refuse(string rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleViolationException>(act).RuleId);

    private void Want(PlannedProject project)
    {
        foreach (var indicator in project.Indicators)
        {
            _wanted[new(indicator.Id, CaptureField.Achieved)] = Typed(_office.Achieved(project, indicator, Period.Quarter));
        }

        var (women, men) = SampleYear.Served(project, Period.Quarter);
        var elsewhere = _chance.Is(20) ? women / 3 : 0;
        People(project, 1, women - elsewhere, men);
        if (elsewhere > 0)
        {
            People(project, 2, elsewhere, 0);
            _wanted[new(project.Id, CaptureField.Row(CaptureField.Municipality, 2))] = "Tuxtla Gutiérrez";
        }

        if (project.Key == "E001" && Period.Quarter == 3)
        {
            Explain(project.Id, SampleYear.ExplanationOfE001.Cause, SampleYear.ExplanationOfE001.Effect);
        }
    }

    private void People(PlannedProject project, int row, long women, long men)
    {
        _wanted[new(project.Id, CaptureField.Row(CaptureField.Women, row))] = Typed(women);
        _wanted[new(project.Id, CaptureField.Row(CaptureField.Men, row))] = Typed(men);
    }

    private void Explain(Guid project, string cause, string effect)
    {
        _wanted[new(project, CaptureField.Cause)] = cause;
        _wanted[new(project, CaptureField.Effect)] = effect;
    }

    private string Typed(decimal figure) => figure.ToString(_chance.Is(50) ? "#,0.####" : "0.####", CultureInfo.InvariantCulture);

    private void Mistake()
    {
        var place = new CellAddress(_chance.Of([.. _projects.SelectMany(static p => p.Indicators)]).Id, CaptureField.Achieved);
        _wrong[place] = Typed(SheetReading.Figure(_wanted[place])!.Value + 1 + _chance.Below(9));
    }

    private string Wanted(CellAddress place) => _wrong.GetValueOrDefault(place, _wanted[place]);

    private void Write()
    {
        var open = _wanted.Keys.Where(a => Memory.Value(a) != Wanted(a)).ToList();
        var someone = _chance.Is(6) ? _staff.Heads[0] : _chance.Is(6) ? _staff.Reviewers[0] : _chance.Of(_staff.Liaisons(Unit));
        if (open.Count == 0)
        {
            Submit(_chance.Of(_staff.Liaisons(Unit)));
            return;
        }

        if (_chance.Is(4) && open.Exists(a => a.Field == CaptureField.Achieved && Memory.Value(a).Length == 0))
        {
            Assert.False(_office.Review.Submit(SampleYear.Code, Period, Unit, Memory.Edits, "", someone).IsDone);
        }

        if (_chance.Is(5))
        {
            var foreign = _office.Plan.Projects.First(p => p.UnitCode != Unit).Indicators[0];
            Refuse("capture.cell", () => _office.Sheets.Save(SampleYear.Code, Period, Unit, [Edit(open[0], "9"), new(new(foreign.Id, CaptureField.Achieved), "1", 0)], someone));
        }

        var piece = _chance.Some(open, 1 + _chance.Below(5)).ConvertAll(a => Edit(a, Slip(Wanted(a))));
        Save(piece, someone);
        if (_chance.Is(10))
        {
            Save(piece, someone);
        }

        if (_chance.Is(15))
        {
            Collide(piece);
        }

        if (_chance.Is(3))
        {
            var note = new CellAddress(_projects[0].Id, CaptureField.OtherReasons);
            Save([Edit(note, $"Borrador {Memory.Edits}")], someone);
            _wanted[note] = "";
        }
    }

    /// <summary>Another person writes where the first has just written, having seen what stood there before.</summary>
    private void Collide(List<CellEdit> piece)
    {
        var another = _chance.Of(_staff.Liaisons(_chance.Is(30) ? _office.Units[0] : Unit));
        var conflicts = Save(piece.ConvertAll(e => e with { Value = _chance.Is(40) ? e.Value : _chance.Is(30) ? "" : $"{_chance.Below(900)}" }), another);
        if (conflicts.Count > 0 && _chance.Is(50))
        {
            Assert.Empty(Save(conflicts.ConvertAll(a => Edit(a, $"{_chance.Below(900)}")), another));
        }
    }

    private string Slip(string value)
    {
        if (_slips == 0 || !_chance.Is(15))
        {
            return value;
        }

        _slips--;
        return _chance.Of<string>([value + "0", "doce", "-5", "1,2,3", "0.12345", $" {value} ", "9" + value, "á\nb"]);
    }

    private CellEdit Edit(CellAddress place, string value) => new(place, value, Memory.Revision(place));

    private List<CellAddress> Save(List<CellEdit> edits, string actor)
    {
        var outcome = _office.Sheets.Save(SampleYear.Code, Period, Unit, edits, actor);
        var conflicts = Memory.Keep(edits, actor);
        Assert.Equal(conflicts, outcome.Cells.Where(static c => c.IsConflict).Select(static c => c.Address));
        Assert.Equal(Memory.Edits, outcome.Edits);
        Assert.All(outcome.Cells.Where(static c => c.Current is not null), c => Assert.Equal((Memory.Value(c.Address), Memory.Revision(c.Address)), (c.Current!.Value, c.Current.Revision)));
        return conflicts;
    }

    private void Submit(string actor)
    {
        if (Memory.Edits > 0 && _chance.Is(20))
        {
            Refuse("capture.conflict", () => _office.Review.Submit(SampleYear.Code, Period, Unit, Memory.Edits - 1, "", actor));
        }

        var outcome = _office.Review.Submit(SampleYear.Code, Period, Unit, Memory.Edits, "Para revisión.", actor);
        if (outcome.IsDone)
        {
            Memory.Take(SheetAct.Submit, actor);
            Assert.Equal(Memory.Versions.Count, outcome.Version);
            if (_chance.Is(20))
            {
                IsRefusedAll("capture.state");
            }

            return;
        }

        Assert.DoesNotContain(outcome.Check.Problems, static p => p.Severity == Findings.Severity.Error);
        foreach (var finding in outcome.Check.Findings.Where(static f => f.Blocks))
        {
            Assert.True(Memory.Value(new(finding.Project, CaptureField.Cause)).Length == 0, $"{Unit} cannot answer {finding.Finding.RuleId}: {finding.Finding.Message.English}");
            Explain(finding.Project, "Las acciones dependen de solicitudes de terceros.", "Ninguno: la población se atendió como se previó.");
        }
    }

    private void Judge()
    {
        var (reviewer, version) = (_chance.Of(_staff.Reviewers), Memory.Versions.Count);
        if (Memory.IsOwn(version, reviewer))
        {
            Refuse("AVP-069", () => _office.Review.Approve(SampleYear.Code, Period, Unit, version, "", reviewer));
            return;
        }

        if (_chance.Is(10))
        {
            Refuse("capture.conflict", () => _office.Review.Approve(SampleYear.Code, Period, Unit, version - 1, "", reviewer));
            Refuse("AVP-069", () => _office.Review.Approve(SampleYear.Code, Period, Unit, version, "", Memory.Versions[^1].Actor));
            Refuse("capture.state", () => _office.Review.Authorise(SampleYear.Code, Period, Unit, version, _staff.Heads[1]));
        }

        if (_returns < 3 && _chance.Is(_wrong.Count > 0 ? 80 : 25))
        {
            Return(reviewer);
            return;
        }

        _office.Review.Approve(SampleYear.Code, Period, Unit, version, "", reviewer);
        Memory.Take(SheetAct.Approve, reviewer);
    }

    private void Return(string reviewer)
    {
        _returns++;
        var remarks = _chance.Some(_wanted.Keys, _chance.Below(4)).ConvertAll(a => new NewRemark(_chance.Is(30) ? a with { Field = "" } : a, $"Revise contra el acta {_chance.Below(99)}."));
        Refuse("capture.reason", () => _office.Review.Return(SampleYear.Code, Period, Unit, Memory.Versions.Count, Memory.State, " ", remarks, reviewer));
        _office.Review.Return(SampleYear.Code, Period, Unit, Memory.Versions.Count, Memory.State, "Hay cifras por aclarar.", remarks, reviewer);
        Memory.Take(SheetAct.Return, reviewer);
        var pending = _office.Queries.Sheet(SampleYear.Code, Period, Unit)!.Pending.ToList();
        Assert.Equal(remarks.Select(static r => (r.About, r.Text)), pending.Select(static r => (r.About, r.Text)));
        foreach (var remark in pending)
        {
            _wanted[remark.AnsweredAt] = $"Aclarado en el acta {_chance.Below(99)}.";
        }

        if (!IsWrongUntilReopened)
        {
            _wrong.Clear();
        }
    }

    private void Sign()
    {
        var version = Memory.Versions.Count;
        var head = _chance.Of(_staff.Heads);
        if (_chance.Is(10))
        {
            var writer = Memory.Versions[^1].Cells.Values.First().Actor;
            Refuse("AVP-069", () => _office.Review.Authorise(SampleYear.Code, Period, Unit, version, writer));
        }

        if (_returns < 3 && _chance.Is(8) && !Memory.IsOwn(version, _staff.Reviewers[1]))
        {
            Return(_staff.Reviewers[1]);
        }
        else if (Memory.IsOwn(version, head))
        {
            Refuse("AVP-069", () => _office.Review.Authorise(SampleYear.Code, Period, Unit, version, head));
        }
        else
        {
            Memory.Take(SheetAct.Authorise, head, _office.Review.Authorise(SampleYear.Code, Period, Unit, version, head));
            IsWrongUntilReopened = _wrong.Count > 0;
        }
    }
}
