using Avance.App.Importing;
using Avance.App.Progress;
using Avance.App.Storage;
using Avance.IntegrationTests.Storage;
using Avance.Progress;
using CsCheck;
using Xunit;

namespace Avance.IntegrationTests.Progress;

public sealed class RoundTripTests
{
    [Theory, EachDatabase]
    public void Gives_back_any_report_as_it_was(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        AnyReport.WithProjects(0, 40).Sample(report => AssertRoundTrip(database, report), iter: 100, threads: 1);
        AnyReport.WithProjects(400, 400).Sample(report => AssertRoundTrip(database, report), iter: 2, threads: 1);
    }

    [Theory, EachDatabase]
    public void Gives_back_a_report_of_sixteen_thousand_projects(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        AssertRoundTrip(database, LargeReport.Of(16_000));
    }

    /// <summary>Everything that a report says is in its fingerprint, and nothing of where it was found.</summary>
    [Fact]
    public void Fingerprints_what_a_report_says_and_not_where()
    {
        AnyReport.WithProjects(1, 5).Select(AnyReport.WithProjects(1, 5)).Sample((one, other) =>
        {
            Assert.Equal(ReportFingerprint.Of(one), ReportFingerprint.Of(one with { Explanations = [.. one.Explanations.Select(e => e with { Place = default })] }));
            Assert.Equal(ReportText.Of(one) == ReportText.Of(other), ReportFingerprint.Of(one).SequenceEqual(ReportFingerprint.Of(other)));
        }, iter: 200, threads: 1);

        var sample = LargeReport.Of(1);
        var project = sample.Projects.Single();
        ProgressReport[] different =
        [
            sample,
            sample with { PrintedTotals = default(BudgetFigures) },
            sample with { Explanations = [new("A001", "", "")] },
            sample with { Entity = new("IEPC", "Otro nombre") },
            With(sample, project with { Budget = project.Budget with { Accrued = null } }),
            With(sample, project with { Budget = project.Budget with { Accrued = Money.Zero } }),
            With(sample, project with { SdgTargets = [] }),
            With(sample, project with { Targets = [] }),
            With(sample, project with { Targets = [project.Targets[0] with { PrintedRate = null }] }),
            With(sample, project with { Targets = [project.Targets[0] with { PrintedRate = 0 }] }),
            With(sample, project with { Municipality = project.Municipality + project.Locality, Locality = "" }),
            With(sample, project with { Beneficiaries = new(0, null, null) }),
            With(sample, project with { Beneficiaries = new(null, 0, null) }),
        ];
        Assert.Equal(different.Length, different.Select(r => Convert.ToHexString(ReportFingerprint.Of(r))).Distinct().Count());
    }

    private static ProgressReport With(ProgressReport report, ReportProject project)
    {
        var function = report.Functions[0];
        var subfunction = function.Subfunctions[0];
        var type = subfunction.ProjectTypes[0] with { Projects = [project] };
        return report with { Functions = [function with { Subfunctions = [subfunction with { ProjectTypes = [type] }] }] };
    }

    private static void AssertRoundTrip(Database database, ProgressReport report)
    {
        var id = Guid.CreateVersion7();
        var stored = database.Write(session =>
        {
            var entity = Entities.FindOrAdd(session, report.Entity.Code, DateTimeOffset.UnixEpoch);
            var number = ReportVersions.Find(session, report.Entity.Code, report.Period)?.Version.Version + 1 ?? 1;
            var version = new ReportVersion(report.Entity, report.Period, number, id, DateTimeOffset.UnixEpoch, null, "prueba", SourceFormat.Text, "00", 0);
            ReportVersions.Insert(session, new(entity, version, ReportFingerprint.Of(report), report.PrintedTotals), [], report);
            return ReportVersions.Load(session, ReportVersions.Find(session, report.Entity.Code, report.Period)!);
        });

        Assert.Equal(id, stored.Version.ReportId);
        Assert.Equal(ReportText.Of(report), ReportText.Of(stored.Report));
    }
}
