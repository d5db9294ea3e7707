using System.Text;
using System.Xml;

namespace Avance.App.Importing;

/// <summary>
/// Opens a part of a workbook as XML that cannot hurt: no document types and so no entities, a bound on what it inflates
/// to, on the length of one tag or text, and on depth. Beyond them it is not a report but an attack, or damage.
/// </summary>
internal static class GuardedXml
{
    /// <summary>What one workbook may inflate to, in characters: a report of sixteen thousand projects needs a third of it.</summary>
    public const long MaxInflated = 128L << 20;

    /// <summary>The longest tag or text.</summary>
    public const int MaxRun = 1 << 20;

    /// <summary>How many tags a workbook may have, for the time that each takes: such a report has three millions.</summary>
    public const int MaxTags = 8_000_000;

    private const int MaxDepth = 64;

    /// <summary>Opens <paramref name="part"/>; what it inflates to is taken off <paramref name="budget"/>.</summary>
    public static XmlReader Open(Stream part, InflationBudget budget)
    {
        return XmlReader.Create(new GuardedText(part, budget), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    /// <summary>Moves to the next node.</summary>
    /// <exception cref="LimitException">The elements are nested too deep.</exception>
    public static bool Next(this XmlReader xml)
    {
        var read = xml.Read();
        return xml.Depth <= MaxDepth ? read : throw new LimitException("depth");
    }

    /// <summary>Counts characters, and refuses what would make the parser hold too many of them at once.</summary>
    private sealed class GuardedText(Stream part, InflationBudget budget)
        : StreamReader(part, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 16 * 1024)
    {
        private int _run;
        private char _before;
        private bool _afterMark;

        public override int Read(char[] buffer, int index, int count)
        {
            var read = base.Read(buffer, index, count);
            budget.Take(read);
            foreach (var c in buffer.AsSpan(index, read))
            {
                if (c == '<')
                {
                    _run = 0;
                    budget.TakeTag();
                }
                else if (++_run > MaxRun)
                {
                    throw new LimitException("run");
                }

                // A character-data section may hold any number of '<', and no spreadsheet writes one.
                if (c == '[' && _afterMark)
                {
                    throw new LimitException("cdata");
                }

                _afterMark = c == '!' && _before == '<';
                _before = c;
            }

            return read;
        }
    }
}

/// <summary>What is left for a workbook of all that it may inflate to.</summary>
/// <param name="characters">How many characters it may inflate to.</param>
/// <param name="tags">How many tags it may have.</param>
internal sealed class InflationBudget(long characters, int tags)
{
    private long _left = characters;
    private int _tagsLeft = tags;

    /// <exception cref="LimitException">Nothing is left.</exception>
    public void Take(int count)
    {
        _left -= count;
        if (_left < 0)
        {
            throw new LimitException("inflated");
        }
    }

    /// <exception cref="LimitException">There are too many tags.</exception>
    public void TakeTag()
    {
        if (--_tagsLeft < 0)
        {
            throw new LimitException("tags");
        }
    }
}

/// <summary>A workbook goes beyond a limit; caught where its rows are read, and told as a problem.</summary>
internal sealed class LimitException(string limit) : IOException(limit);
