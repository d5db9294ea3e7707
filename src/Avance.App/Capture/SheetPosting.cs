using System.Globalization;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Capture;
using Avance.Ledger;
using Avance.Planning;

namespace Avance.App.Capture;

/// <summary>
/// Posts a signed version to the ledger. A version signed before is undone by its reversal, so that figures are corrected as all
/// others are; people served follow from quarter to quarter, so later quarters that were signed are told anew.
/// </summary>
internal sealed class SheetPosting(Session session, PlanYearRow year, SheetKey key, string actor, TimeProvider clock)
{
    /// <summary>Posts a version.</summary>
    /// <returns>Number of the document.</returns>
    /// <exception cref="RuleViolationException">As the ledger refuses.</exception>
    public long Post(CaptureSheet sheet, int version)
    {
        var projects = PlanRows.Load(session, year).Projects.Where(p => p.UnitCode == key.Unit).ToList();
        var content = Content(projects, key, version);
        using var writer = new LedgerWriter(session, key.Entity, key.Period.Year, actor, clock.GetUtcNow()) { TakesCapture = true };
        var day = Day();
        var documents = new List<LedgerDocument>();
        if (sheet.Authorised > 0 && Signed() is { Targets.Count: > 0 } signed)
        {
            documents.Add(signed.Reverse(writer.Identities.Next(), $"REV-{signed.Folio}", day, string.Create(CultureInfo.InvariantCulture, $"Sustituida por la versión {version}"), ""));
        }

        var folio = string.Create(CultureInfo.InvariantCulture, $"AV-{key.Period.Year}-T{key.Period.Quarter}-{key.Unit}-v{version}");
        documents.Add(new()
        {
            Id = writer.Identities.Next(),
            Kind = DocumentKind.Progress,
            Folio = folio,
            SourceDocumentId = folio,
            EffectiveOn = day,
            Description = string.Create(CultureInfo.InvariantCulture, $"Avance de la unidad {key.Unit} en {key.Period.Name.Spanish.ToLowerInvariant()}, versión {version}"),
            Authority = $"Autorizó {actor}",
            Targets = [.. Targets(content)],
            Beneficiaries = [.. Served(projects, content)],
            Explanations = [.. Explanations(content, sheet.Authorised > 0 ? Content(projects, key, sheet.Authorised) : null)],
        });
        var verdicts = writer.Accept(documents);
        foreach (var verdict in verdicts)
        {
            verdict.ThrowIfRefused();
        }

        writer.Finish();
        return verdicts[^1].Sequence;
    }

    private SheetContent Content(IEnumerable<PlannedProject> projects, SheetKey of, int version)
    {
        var frozen = FrozenSheets.Find(session, of, version) ?? throw CaptureRefusals.NoVersion(of.Unit, version);
        return SheetReading.Read(projects, of.Period.Quarter, frozen.Content.Cells.ToDictionary(static c => c.Address));
    }

    /// <summary>The document of the version signed before.</summary>
    private LedgerDocument? Signed()
    {
        var last = CaptureRows.Steps(session, key).FindLast(static s => s.Act == SheetAct.Authorise);
        return last?.Document is { } sequence
            ? LedgerRows.Fill(session, key.Entity, key.Period.Year, LedgerRows.Where(session, "WHERE entity_id = $1 AND fiscal_year = $2 AND sequence = $3", key.Entity, key.Period.Year, sequence)[0]).Header
            : null;
    }

    private IEnumerable<TargetEntry> Targets(SheetContent content)
    {
        foreach (var captured in content.Projects.SelectMany(static p => p.Indicators))
        {
            var month = MeasuredPeriods.Month(captured.Indicator, key.Period.Quarter);
            if (captured.Achieved is { } achieved)
            {
                yield return new(captured.Indicator.Id, month, TargetStage.Achieved, achieved);
            }

            if (captured.Denominator is { } denominator)
            {
                yield return new(captured.Indicator.Id, month, TargetStage.Denominator, denominator);
            }
        }
    }

    private IEnumerable<BeneficiaryEntry> Served(List<PlannedProject> projects, SheetContent content)
    {
        var before = SheetGrounds.ServedBefore(session, key.Entity, key.Period);
        var quarters = new List<(int Quarter, SheetContent Content)> { (key.Period.Quarter, content) };
        for (var quarter = key.Period.Quarter + 1; quarter <= 4; quarter++)
        {
            var later = key with { Period = key.Period with { Quarter = quarter } };
            if (CaptureRows.Find(session, later) is { Authorised: > 0 } sheet)
            {
                quarters.Add((quarter, Content(projects, later, sheet.Authorised)));
            }
        }

        foreach (var (quarter, captured) in quarters)
        {
            foreach (var project in captured.Projects)
            {
                var served = SheetChecker.Served(project, quarter, before.GetValueOrDefault(project.Project.Id));
                before[project.Project.Id] = served;
                yield return served;
            }
        }
    }

    /// <summary>What explains each project; where a version signed before explained something and this one does not, that it does not.</summary>
    private IEnumerable<ExplanationEntry> Explanations(SheetContent content, SheetContent? signed)
    {
        foreach (var project in content.Projects)
        {
            var was = signed?.Projects.FirstOrDefault(p => p.Project.Id == project.Project.Id)?.Explanation.IsBlank == false;
            if (!project.Explanation.IsBlank || was)
            {
                yield return new(project.Project.Id, key.Period.Quarter, project.Project.Name, project.Explanation.Text);
            }
        }
    }

    /// <summary>Today, or the year's last day when the year is over.</summary>
    private DateOnly Day()
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        return today.Year > key.Period.Year ? new(key.Period.Year, 12, 31) : today;
    }
}
