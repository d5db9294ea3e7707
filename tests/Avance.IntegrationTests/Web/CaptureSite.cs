using System.Globalization;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Avance.App.Capture;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Capture;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Capture;
using Avance.IntegrationTests.Planning;
using Avance.Planning;

namespace Avance.IntegrationTests.Web;

/// <summary>The web over the small plan, whose first quarter is being captured.</summary>
internal sealed class CaptureSite(WebSite site, CaptureOffice office) : IAsyncDisposable
{
    public const string Year = "/work/IEPC/2024";
    public const string Sheet = Year + "/capture/1/01";
    public const string Other = Year + "/capture/1/03";

    public WebSite Site => site;

    public CaptureOffice Office => office;

    /// <summary>The name of the first target's place in the form.</summary>
    public string Achieved => Name(office.Indicator("01").Id, CaptureField.Achieved);

    public string Second => Name(office.Indicator("01", 2).Id, CaptureField.Achieved);

    public static async Task<CaptureSite> Start(bool opened = true, TimeProvider? clock = null)
    {
        var site = await WebSite.Start(null, settings => clock is null ? settings : settings with { Clock = clock });
        site.SignIn(SignedIn.Everything);
        return new(site, new CaptureOffice(site.Database.Location, opened));
    }

    public string Name(Guid subject, string field) => $"{subject}.{field}";

    /// <summary>The revision that the page says to have seen of a place.</summary>
    public static string Seen(IHtmlDocument page) => page.QuerySelector("input[name=seen]")!.GetAttribute("value")!;

    /// <summary>Keeps places as the script does.</summary>
    public async Task<(int Status, JsonElement Answer)> Keep(string address, params (string Name, string Value)[] fields)
    {
        using var response = await site.Post(address + "/cells", fields);
        return ((int)response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    /// <summary>Fills a unit's sheet in and sends it, as Eva.</summary>
    public int Submitted(string unit = "01")
    {
        office.Fill(CaptureOffice.First, unit, "eva");
        return office.Submit(unit, "eva").Version;
    }

    public async ValueTask DisposeAsync()
    {
        office.Dispose();
        await site.DisposeAsync();
    }

    /// <summary>A unit of sixty targets in twenty projects, open for capture of the first quarter.</summary>
    public static void Large(Database database)
    {
        var clock = new TestClock(new(2024, 4, 2, 15, 0, 0, TimeSpan.Zero));
        var (years, editor) = (new PlanYears(database, clock), new PlanEditor(database, clock));
        years.Start(SmallPlan.Entity, SmallPlan.Year, "2.1.1.1.4", "ana");
        editor.Put(SmallPlan.Code, SmallPlan.Year, new ResponsibleUnit("01", "Dirección Ejecutiva de Organización Electoral", null, 0), "ana");
        editor.Put(SmallPlan.Code, SmallPlan.Year, new BudgetProgramme("R101", "Organización de procesos electorales"), "ana");
        for (var p = 1; p <= 20; p++)
        {
            var project = SmallPlan.Project("01", string.Create(CultureInfo.InvariantCulture, $"A{p:000}"));
            editor.Put(SmallPlan.Code, SmallPlan.Year, project, "ana");
            for (var i = 1; i <= 3; i++)
            {
                editor.Put(SmallPlan.Code, SmallPlan.Year, project.Id, SmallPlan.Indicator(string.Create(CultureInfo.InvariantCulture, $"Porcentaje de acciones de capacitación y asistencia electoral {p}.{i}")), "ana");
            }
        }

        years.Approve(SmallPlan.Code, SmallPlan.Year, SmallPlan.Approval, "ana");
        years.Open(SmallPlan.Code, SmallPlan.Year, "ana", withoutBudget: true);
        new CapturePeriods(database, clock).Open(SmallPlan.Code, CaptureOffice.First, new(2024, 4, 1), new(2024, 4, 15), "ana");
    }
}
