using Avance.Web.Findings;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Reporting;

/// <summary>The report seen from the Sustainable Development Goals.</summary>
internal static class SdgEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapReport("/sdg", r => Html.Page<SdgPage>(new SdgView(r)));
        routes.MapTwins("/sdg", r => new SdgView(r).Targets);
    }
}
