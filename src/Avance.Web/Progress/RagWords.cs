using Avance.Progress;

namespace Avance.Web.Progress;

/// <summary>The traffic light in words, and the class of its mark: never a colour alone.</summary>
internal static class RagWords
{
    /// <summary>The lights, from what needs most attention to what needs least.</summary>
    public static IReadOnlyList<RagStatus> All { get; } = [RagStatus.Behind, RagStatus.Watch, RagStatus.OnTrack, RagStatus.Exceeded, RagStatus.NoData];

    /// <summary>What people read.</summary>
    public static LocalizedText Name(this RagStatus status) => status switch
    {
        RagStatus.OnTrack => new("En ritmo", "On track"),
        RagStatus.Watch => new("Por vigilar", "Watch"),
        RagStatus.Behind => new("Rezagado", "Behind"),
        RagStatus.Exceeded => new("Rebasa la meta", "Above target"),
        _ => new("Sin dato", "No data"),
    };

    /// <summary>The word in JSON.</summary>
    public static string Code(this RagStatus status) => status switch
    {
        RagStatus.OnTrack => "onTrack",
        RagStatus.Watch => "watch",
        RagStatus.Behind => "behind",
        RagStatus.Exceeded => "exceeded",
        _ => "noData",
    };

    /// <summary>Class of the mark.</summary>
    public static string Mark(this RagStatus status) => "rag-" + status.Code();
}
