using Avance.Planning;
using Avance.Progress;

namespace Avance.App.Importing;

/// <summary>
/// Turns the rows of a published report, from whichever reader, into a <see cref="ProgressReport"/> or into all of its
/// problems. Knows the official layout: headings, types, projects with their targets joined in the same row or in rows
/// below, repeated page headers, and the explanations after the table.
/// </summary>
internal sealed class ReportAssembler(PublicEntity entity, FiscalPeriod period, ICollection<Problem> problems)
{
    private readonly RowParser _parser = new(problems);
    private readonly ReportTree _tree = new(problems);
    private readonly List<DeviationExplanation> _explanations = [];
    private bool _headerSeen;
    private bool _inExplanations;

    /// <summary>Reads every row. Null when any problem was found, here or by the reader.</summary>
    public ProgressReport? Assemble(IEnumerable<SourceRow> rows)
    {
        foreach (var row in rows)
        {
            if (LayoutHeader.IsExplanationsTitle(row))
            {
                _inExplanations = true;
            }
            else if (_inExplanations)
            {
                ReadExplanation(row);
            }
            else if (LayoutHeader.IsHeader(row))
            {
                LayoutHeader.Check(row, problems);
                _headerSeen = true;
            }
            else if (_headerSeen && !LayoutHeader.IsSubheader(row))
            {
                ReadTableRow(row);
            }
        }

        var functions = _tree.Finish();
        if (!_headerSeen)
        {
            problems.Add(ImportProblems.NoTable());
        }
        else if (functions.Count == 0 && problems.Count == 0)
        {
            problems.Add(ImportProblems.NoProjects());
        }

        return problems.Count > 0 ? null : new ProgressReport
        {
            Entity = entity,
            Period = period,
            PrintedTotals = _tree.Totals,
            Functions = functions,
            Explanations = _explanations,
        };
    }

    private void ReadTableRow(SourceRow row)
    {
        var onlyFirst = Blank(row, 2, 8) && Blank(row, 12, 16);
        if (onlyFirst && !row[1].IsBlank && !RowParser.IsKey(row[1].Text))
        {
            var totals = _parser.Budget(row);
            if (LayoutHeader.IsTotal(row))
            {
                _tree.SetTotals(totals, row.Place);
            }
            else
            {
                _tree.AddHeading(row[1].Text, totals is { Approved: null, Revised: null, Accrued: null } ? null : totals, row.Place);
            }
        }
        else if (Blank(row, 1, 2) && !row[3].IsBlank && Blank(row, 4, 16))
        {
            _tree.AddType(row[3].Text, row.Place);
        }
        else if (Blank(row, 1, 2) && !row[3].IsBlank && !row[4].IsBlank && Blank(row, 9, 16))
        {
            _tree.AddTarget(_parser.Target(row), row);
        }
        else if (!row[1].IsBlank && (!row[3].IsBlank || !Blank(row, 9, 16)))
        {
            _tree.AddProject(_parser.Project(row, _tree.NextNumber), row.Place);
        }
        else
        {
            problems.Add(ImportProblems.UnknownRow(row));
        }
    }

    private void ReadExplanation(SourceRow row)
    {
        if (LayoutHeader.IsExplanationsHeader(row))
        {
            return;
        }

        var key = row[1].Text;
        if (RowParser.IsKey(key) && !row[3].IsBlank)
        {
            _explanations.Add(new DeviationExplanation(key, row[2].Text, row[3].Text) { Place = row.Place });
        }
        else if (_explanations.Count > 0 && (Blank(row, 2, 3) || Blank(row, 1, 2)))
        {
            // A paragraph of the same explanation, or its rest on the next page.
            var last = _explanations[^1];
            _explanations[^1] = last with { Text = $"{last.Text} {(row[3].IsBlank ? key : row[3].Text)}" };
        }
        else
        {
            problems.Add(ImportProblems.BadExplanation(row));
        }
    }

    private static bool Blank(SourceRow row, int from, int to)
    {
        for (var column = from; column <= to; column++)
        {
            if (!row[column].IsBlank)
            {
                return false;
            }
        }

        return true;
    }
}
