using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Ui;

/// <summary>Lets <c>{period:period}</c> match a fiscal period and nothing else: <c>2023-Q3</c>, also <c>2023-T3</c>.</summary>
internal sealed class PeriodConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        FiscalPeriod.TryParse(Convert.ToString(values[routeKey], CultureInfo.InvariantCulture), out _);
}
