using Avance.IntegrationTests.Progress;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>The web with the sample office's report, shared by the tests that only read.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    public const string Report = "/IEPC/2023-Q3";

    public WebSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await WebSite.Start(Sample.Command());

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

[CollectionDefinition(nameof(SampleSite))]
public sealed class SharedSampleSite : ICollectionFixture<SampleSite>;
