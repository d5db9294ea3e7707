using Avance.Access;
using Avance.App.Access;
using Avance.Web.Forms;
using Avance.Web.Work;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Avance.Web.Access;

/// <summary>
/// Signing in by the word of an identity provider. It opens only accounts that are here already, by an address that the provider
/// has verified: who works in an office is said by the office.
/// </summary>
internal static class ProviderSignIn
{
    private const string Scheme = "provider";
    private const string Back = "/sign-in/provider/back";

    /// <summary>Where one is sent to the provider from; without a language, so that the provider has to know one address only.</summary>
    public const string Address = "/sign-in/provider";

    public static void Add(IServiceCollection services, IdentityProvider provider) => services
        // Nobody is authenticated by it on each request: sessions are ours.
        .AddAuthentication(static o => o.DefaultAuthenticateScheme = "none")
        .AddOpenIdConnect(Scheme, o =>
        {
            (o.Authority, o.ClientId, o.ClientSecret) = (provider.Authority.ToString(), provider.ClientId, provider.ClientSecret);
            (o.CallbackPath, o.SignInScheme) = (Back, "none");
            (o.ResponseType, o.ResponseMode) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query);
            o.RequireHttpsMetadata = !provider.Authority.IsLoopback;
            o.MapInboundClaims = false;
            o.GetClaimsFromUserInfoEndpoint = true;
            o.Scope.Add("email");
            o.ClaimActions.MapJsonKey("email_verified", "email_verified");
            foreach (var cookie in new[] { o.NonceCookie, o.CorrelationCookie })
            {
                (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
            }

            o.Events.OnRedirectToIdentityProvider = static context =>
            {
                context.ProtocolMessage.RedirectUri = context.HttpContext.RequestServices.GetRequiredService<OwnAddress>().Root(context.Request) + Back;
                return Task.CompletedTask;
            };
            o.Events.OnTicketReceived = Receive;
            o.Events.OnRemoteFailure = static context =>
            {
                context.HandleResponse();
                return Refuse(context.HttpContext, new("El proveedor de identidad no confirmó quién es. Vuelva a intentarlo.", "The identity provider did not confirm who you are. Try again."));
            };
        });

    public static void Map(IEndpointRouteBuilder routes) => routes.MapVisit(Address, Act.SignIn, static visit =>
        Task.FromResult(Results.Challenge(new AuthenticationProperties { RedirectUri = Destination.Of(visit).Address }, [Scheme])));

    private static async Task Receive(TicketReceivedContext context)
    {
        context.HandleResponse();
        var (email, isVerified) = (context.Principal?.FindFirst("email")?.Value, context.Principal?.FindFirst("email_verified")?.Value);
        var visit = WorkRoutes.Visit(context.HttpContext);
        if (string.Equals(isVerified, "true", StringComparison.OrdinalIgnoreCase) && visit.Get<Accounts>().Find(email ?? "") is { IsDisabled: false } account)
        {
            if (!account.IsVouchedFor)
            {
                visit.Get<Accounts>().Vouch(account.Id);
            }

            visit.Open(account, "provider");
            await visit.Arrive(new(Destination.Local(context.ReturnUri) ?? WorkRoutes.Prefix, null)).ExecuteAsync(context.HttpContext);
            return;
        }

        await Refuse(context.HttpContext, new(
            "Su identidad está confirmada, pero aquí no hay una cuenta con ese correo verificado. Pida una invitación a quien administra los permisos de su oficina.",
            "Your identity is confirmed, but there is no account here with that verified address. Ask whoever administers your office's roles for an invitation."));
    }

    private static Task Refuse(HttpContext context, LocalizedText why)
    {
        var visit = WorkRoutes.Visit(context);
        var form = new Form(visit.Site);
        form.Refuse(why);
        return SignInEndpoints.Page(visit, form, new(WorkRoutes.Prefix, null), StatusCodes.Status403Forbidden).ExecuteAsync(context);
    }
}
