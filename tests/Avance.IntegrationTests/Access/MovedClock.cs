namespace Avance.IntegrationTests.Access;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class MovedClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
