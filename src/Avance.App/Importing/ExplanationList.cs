using System.Text;
using Avance.Progress;

namespace Avance.App.Importing;

/// <summary>Reads the explanations after the table; the text of one may go on in the rows below it, or on the next page.</summary>
internal sealed class ExplanationList(ICollection<Problem> problems)
{
    private const int MaxTextLength = 200_000;

    private readonly List<DeviationExplanation> _explanations = [];
    private readonly StringBuilder _text = new();

    public void Read(SourceRow row)
    {
        if (LayoutHeader.IsExplanationsHeader(row))
        {
            return;
        }

        var key = row[1].Text;
        if (RowParser.IsKey(key) && !row[3].IsBlank)
        {
            KeepText();
            _explanations.Add(new DeviationExplanation(key, row[2].Text, "") { Place = row.Place });
            _text.Append(row[3].Text);
        }
        else if (_explanations.Count > 0 && (row.IsBlank(2, 3) || row.IsBlank(1, 2)))
        {
            _text.Append(' ').Append(row[3].IsBlank ? key : row[3].Text);
        }
        else
        {
            problems.Add(ImportProblems.BadExplanation(row));
        }

        if (_text.Length > MaxTextLength)
        {
            problems.Add(ImportProblems.TextTooLong(row.Place, 3, row[3].Text, MaxTextLength));
            _text.Clear();
        }
    }

    /// <summary>The explanations read.</summary>
    public IReadOnlyList<DeviationExplanation> Finish()
    {
        KeepText();
        return _explanations;
    }

    private void KeepText()
    {
        if (_explanations.Count > 0)
        {
            _explanations[^1] = _explanations[^1] with { Text = _text.ToString() };
            _text.Clear();
        }
    }
}
