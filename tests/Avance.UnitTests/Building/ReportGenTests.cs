using CsCheck;
using Xunit;

namespace Avance.UnitTests.Building;

public class ReportGenTests
{
    [Fact]
    public void Generates_canonical_texts_and_numbers_projects_as_printed() =>
        ReportGen.Of(1, 12).Sample(
            report =>
            {
                var numbers = report.Projects.Select(p => p.Number).ToList();
                var texts = report.Projects.SelectMany(p => p.Targets).SelectMany(t => new[] { t.Description, t.UnitOfMeasure });
                return numbers.SequenceEqual(Enumerable.Range(1, numbers.Count))
                    && texts.Concat(report.Projects.Select(p => p.Name)).All(t => t.Length > 0 && t == t.Trim() && !t.Contains("  ", StringComparison.Ordinal));
            },
            iter: 200);
}
