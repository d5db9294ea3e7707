using Avance.Planning;
using Avance.Progress;
using Avance.Reporting;

namespace Avance.App.Importing;

/// <summary>
/// Turns the rows of a published report, from whichever reader, into a <see cref="ProgressReport"/> or into all of its
/// problems. Knows the official layout: headings, types, projects with their targets joined in the same row or in rows
/// below, repeated page headers, and the explanations after the table.
/// </summary>
internal sealed class ReportAssembler(PublicEntity entity, FiscalPeriod period, ICollection<Problem> problems)
{
    /// <summary>No report has so many rows; without a bound, a small file of tiny rows would fill the memory.</summary>
    private const int MaxRows = 400_000;

    private readonly RowParser _parser = new(problems);
    private readonly ReportTree _tree = new(problems);
    private readonly ExplanationList _explanations = new(problems);
    private bool _headerSeen;
    private bool _inExplanations;

    /// <summary>Reads every row. Null when any problem was found, here or by the reader.</summary>
    public ProgressReport? Assemble(IEnumerable<SourceRow> rows)
    {
        var count = 0;
        foreach (var row in rows)
        {
            Read(row);
            if (++count > MaxRows || _tree.IsFull)
            {
                problems.Add(ImportProblems.TooLarge(row.Place));
                break;
            }
        }

        var functions = _tree.Finish();
        if (!_headerSeen && problems.Count == 0)
        {
            problems.Add(ImportProblems.NoTable());
        }
        else if (_tree.NextNumber == 1 && problems.Count == 0)
        {
            problems.Add(ImportProblems.NoProjects());
        }

        return problems.Count > 0 ? null : new ProgressReport
        {
            Entity = entity,
            Period = period,
            PrintedTotals = _tree.Totals,
            Functions = functions,
            Explanations = _explanations.Finish(),
        };
    }

    private void Read(SourceRow row)
    {
        if (LayoutHeader.IsHeader(row))
        {
            LayoutHeader.Check(row, problems);
            _headerSeen = true;
            _inExplanations = false;
        }
        else if (LayoutHeader.OpensExplanations(row))
        {
            _inExplanations = true;
        }
        else if (_inExplanations)
        {
            _explanations.Read(row);
        }
        else if (_headerSeen && !LayoutHeader.IsSubheader(row))
        {
            ReadTableRow(row);
        }
    }

    private void ReadTableRow(SourceRow row)
    {
        if (!row.IsBlank(OfficialLayout.Headings.Count + 1, row.Cells.Count))
        {
            // One column too many has shifted the figures before it: none of them can be trusted.
            problems.Add(ImportProblems.TooManyCells(row));
            return;
        }

        var onlyFirst = row.IsBlank(2, 8) && row.IsBlank(12, 16);
        if (onlyFirst && !row[1].IsBlank && !RowParser.IsKey(row[1].Text))
        {
            var totals = _parser.Budget(row);
            if (LayoutHeader.IsTotal(row))
            {
                _tree.SetTotals(totals, row.Place);
            }
            else
            {
                _tree.AddHeading(_parser.Text(row, ReportColumn.Key), totals is { Approved: null, Revised: null, Accrued: null } ? null : totals, row.Place);
            }
        }
        else if (row.IsBlank(1, 2) && !row[3].IsBlank && row.IsBlank(4, 16))
        {
            _tree.AddType(_parser.Text(row, ReportColumn.Name), row.Place);
        }
        else if (row.IsBlank(1, 2) && !row[3].IsBlank && row.IsBlank(9, 16))
        {
            _tree.AddTarget(_parser.Target(row), row);
        }
        else if (!row[1].IsBlank && (!row[3].IsBlank || !row.IsBlank(9, 16)))
        {
            _tree.AddProject(_parser.Project(row, _tree.NextNumber), row.Place);
        }
        else
        {
            problems.Add(ImportProblems.UnknownRow(row));
        }
    }
}
