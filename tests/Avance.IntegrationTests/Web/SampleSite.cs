using Avance.Access;
using Avance.App.Access;
using Avance.App.Planning;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Budget;
using Avance.IntegrationTests.Capture;
using Avance.IntegrationTests.Planning;
using Avance.IntegrationTests.Progress;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>The web with the sample office's report, as published and as worked on, shared by the tests that only read.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    public const string Report = "/IEPC/2023-Q3";

    public WebSite Site { get; private set; } = null!;

    /// <summary>The same for who is signed in and may do everything.</summary>
    public WebSite Work { get; private set; } = null!;

    /// <summary>The account of who is signed in there.</summary>
    public string WorkerId => Work.App.Services.GetRequiredService<Accounts>().Find(SignedIn.Worker)!.Id.ToString();

    public async ValueTask InitializeAsync()
    {
        Site = await WebSite.Start(Sample.Command());
        Work = await WebSite.StartWork(Sample.Command());
        AmendmentOffice.Fill(Site.Database.Location);
        AmendmentOffice.Fill(Work.Database.Location);
        CaptureSample.Fill(Site.Database.Location);
        CaptureSample.Fill(Work.Database.Location);
        foreach (var site in new[] { Site, Work })
        {
            using var database = site.Database.Open();
            BudgetSample.Fill(database);
            new PlanYears(database, TimeProvider.System).Copy(SmallPlan.Code, SmallPlan.Year, SmallPlan.Year + 1, SmallPlan.Actor);
        }

        Work.SignIn([.. Roles.All.Select(role => new Grant(role, CaptureSample.Code))]);

        // The first upload is number 1; it has rows that are refused.
        await ImportWorkTests.Upload(Work, "/work/IEPC/2023/imports", "movimientos", "documento,fecha,descripcion,clave_presupuestaria,mes,momento,importe\nP-1,2023-10-02,Papel,99-X,10,devengado,1\n");
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Work.DisposeAsync();
    }
}

[CollectionDefinition(nameof(SampleSite))]
public sealed class SharedSampleSite : ICollectionFixture<SampleSite>;
