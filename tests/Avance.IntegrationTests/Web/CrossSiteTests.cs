using System.Net;
using Avance.App.Journal;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Progress;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>What another site makes a browser send: it comes with the person's session, and does nothing.</summary>
public sealed class CrossSiteTests
{
    [Fact]
    public async Task Whatever_writes_is_refused_from_elsewhere_and_from_nowhere()
    {
        await using var site = await WebSite.Start(Sample.Command());
        var key = SignedIn.Session(site.App.Services, SignedIn.Worker, SignedIn.Everything);
        site.SignInWith(key);
        var journal = site.App.Services.GetRequiredService<JournalQueries>();
        var before = journal.Records(MappedEndpoints.Office).Count;
        var own = site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        (string Name, string Value)[][] senders =
        [
            [("Origin", "https://example.org")],
            [("Origin", "null")],
            [("Origin", own.Replace("http:", "https:", StringComparison.Ordinal))],
            [("Origin", "http://127.0.0.1:1")],
            [("Origin", own + ".example.org")],
            [("Origin", "https://example.org"), ("Sec-Fetch-Site", "same-origin")],
            [("Origin", "https://example.org"), ("X-Avance", "1")],
            [("Sec-Fetch-Site", "same-site")],
            [("Sec-Fetch-Site", "cross-site")],
            [("Sec-Fetch-Site", "none")],
            [("Referer", own + "/work")],
        ];
        var writing = MappedEndpoints.Of(site).Where(e => e.Method != HttpMethod.Get).ToList();
        Assert.True(writing.Count > 60, $"Only {writing.Count} endpoints write.");
        foreach (var (_, method, address, _, _) in writing)
        {
            foreach (var sender in senders)
            {
                using var response = await site.Send(method, address, sender);
                Assert.True(response.StatusCode == HttpStatusCode.Forbidden, $"{method} {address} answered {response.StatusCode} to {string.Join(", ", sender)}.");
                Assert.False(response.Headers.Contains("Set-Cookie"));
            }
        }

        Assert.Equal(before, journal.Records(MappedEndpoints.Office).Count);
        Assert.Equal(HttpStatusCode.OK, (await site.Get("/work")).StatusCode);
    }
}
