using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Avance.App.Capture;

/// <summary>Evidence as objects of a bucket, <c>{office}/{sha256}</c>, at any service that speaks as S3 does.</summary>
internal sealed class EvidenceBucket : EvidenceStore
{
    private readonly EvidenceBucketSettings _settings;
    private readonly AmazonS3Client _client;

    public EvidenceBucket(EvidenceBucketSettings settings)
    {
        _settings = settings;
        _client = new(new BasicAWSCredentials(settings.AccessKey, settings.SecretKey), new AmazonS3Config
        {
            ServiceURL = settings.Endpoint.ToString(),
            AuthenticationRegion = settings.Region,
            ForcePathStyle = true,
            MaxErrorRetry = 2,
            Timeout = TimeSpan.FromSeconds(60),

            // Newer checksums than the signature's own are not known to every service.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    internal override void Keep(Guid entity, string sha256, Stream content)
    {
        if (Examine(entity, sha256) == EvidenceHealth.Sound)
        {
            return;
        }

        Ask(() => _client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = _settings.Bucket,
            Key = Key(entity, sha256),
            InputStream = content,
            AutoCloseStream = false,
            UseChunkEncoding = false,
            ContentType = "application/octet-stream",
        }));
        if (Examine(entity, sha256) != EvidenceHealth.Sound)
        {
            throw new InvalidDataException("The bucket does not hold what was sent.");
        }
    }

    internal override Stream? Open(Guid entity, string sha256) =>
        Ask(() => _client.GetObjectAsync(_settings.Bucket, Key(entity, sha256)))?.ResponseStream;

    internal override EvidenceHealth Examine(Guid entity, string sha256)
    {
        try
        {
            return base.Examine(entity, sha256);
        }
        catch (AmazonClientException)
        {
            // The client holds what it reads against the service's own fingerprint.
            return EvidenceHealth.Changed;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw Refusal(failure);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _client.Dispose();
        base.Dispose(disposing);
    }

    private static string Key(Guid entity, string sha256) => $"{entity:n}/{sha256}";

    /// <summary>The answer of the service; null when there is no such object.</summary>
    private T? Ask<T>(Func<Task<T>> request)
        where T : class
    {
        try
        {
            return request().GetAwaiter().GetResult();
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound && missing.ErrorCode == "NoSuchKey")
        {
            return null;
        }
        catch (Exception failure) when (failure is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TaskCanceledException)
        {
            throw Refusal(failure);
        }
    }

    private RuleViolationException Refusal(Exception failure) => new("storage.evidence", new(
        $"El almacén de evidencia {_settings} no respondió como debe ({failure.Message}). Revise las variables AVANCE_S3_… y que el servicio esté encendido; no se guardó ni se perdió nada.",
        $"The evidence store {_settings} did not answer as it should ({failure.Message}). Check the variables AVANCE_S3_… and that the service is up; nothing was saved or lost."));
}
