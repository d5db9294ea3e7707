namespace Avance.App.Storage;

/// <summary>
/// Moments cut to the microsecond, which is what both engines keep: a hash over one comes out the same when it is read back.
/// </summary>
internal static class StoredMoment
{
    public static DateTimeOffset Now(TimeProvider clock) => Of(clock.GetUtcNow());

    public static DateTimeOffset Of(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));
}
