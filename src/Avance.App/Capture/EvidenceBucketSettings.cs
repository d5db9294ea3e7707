namespace Avance.App.Capture;

/// <summary>A bucket of a storage service that speaks as S3 does, and the keys to it.</summary>
/// <param name="Endpoint">Address of the service: <c>https://s3.example.org</c>.</param>
/// <param name="Bucket">Name of the bucket, which must exist.</param>
/// <param name="AccessKey">Who asks.</param>
/// <param name="SecretKey">What proves it; never shown.</param>
/// <param name="Region">The region that signatures name.</param>
internal sealed record EvidenceBucketSettings(Uri Endpoint, string Bucket, string AccessKey, string SecretKey, string Region)
{
    private const string Prefix = "AVANCE_S3_";

    /// <summary>The settings that the environment tells; null when it tells none.</summary>
    /// <exception cref="RuleViolationException"><c>evidence.settings</c>: one is missing, or the address is none.</exception>
    public static EvidenceBucketSettings? Read(Func<string, string?> environment)
    {
        string[] names = ["ENDPOINT", "BUCKET", "ACCESS_KEY", "SECRET_KEY"];
        var values = names.Select(n => environment(Prefix + n)?.Trim() ?? "").ToArray();
        if (values.All(static v => v.Length == 0))
        {
            return null;
        }

        var missing = names.Where((_, i) => values[i].Length == 0).Select(static n => Prefix + n).ToList();
        if (missing.Count > 0)
        {
            throw Refusal(new($"falta {string.Join(", ", missing)}", $"{string.Join(", ", missing)} is missing"));
        }

        if (!Uri.TryCreate(values[0], UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            throw Refusal(new($"{Prefix}ENDPOINT no es una dirección http:// o https://", $"{Prefix}ENDPOINT is no http:// or https:// address"));
        }

        return new(endpoint, values[1], values[2], values[3], environment(Prefix + "REGION") is { Length: > 0 } region ? region.Trim() : "us-east-1");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Endpoint}{Bucket}";

    private static RuleViolationException Refusal(LocalizedText why) => new("evidence.settings", new(
        $"No se sabe dónde guardar la evidencia: {why.Spanish}. Defina las cuatro variables {Prefix}ENDPOINT, BUCKET, ACCESS_KEY y SECRET_KEY, o ninguna para guardarla junto a la base de datos.",
        $"It is not known where to keep evidence: {why.English}. Set the four variables {Prefix}ENDPOINT, BUCKET, ACCESS_KEY and SECRET_KEY, or none to keep it beside the database."));
}
