using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Avance.App.Capture;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Avance.IntegrationTests.Capture;

/// <summary>
/// A storage service with one bucket that speaks as S3 does: it verifies the signature of each request (AWS Signature,
/// version 4, written here from its specification and sharing nothing with the client), and that what arrives is what was
/// signed. Objects are files of a folder.
/// </summary>
internal sealed class BucketServer : IDisposable
{
    private const string Bucket = "evidencia";
    private const string AccessKey = "AVANCEPRUEBAS";
    private const string SecretKey = "una/clave+de pruebas";
    private const string Region = "mx-central-1";

    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("avance-bucket-");

    public BucketServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        _app = builder.Build();
        _app.Run(Answer);
        _app.StartAsync().GetAwaiter().GetResult();
        Settings = new(new(_app.Urls.Single()), Bucket, AccessKey, SecretKey, Region);
    }

    public EvidenceBucketSettings Settings { get; }

    /// <summary>When set, what the service answers to everything: it is ill.</summary>
    public int? Illness { get; set; }

    /// <summary>Changes what is kept, as only someone with the service's disks could.</summary>
    public void Spoil(Guid office, string sha256)
    {
        var path = PathOf($"{office:n}/{sha256}");
        var content = File.ReadAllBytes(path);
        content[^1] ^= 1;
        File.WriteAllBytes(path, content);
    }

    public void Dispose()
    {
        _app.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _folder.Delete(recursive: true);
    }

    private string PathOf(string key) => Path.Combine(_folder.FullName, key.Replace('/', '_'));

    private async Task Answer(HttpContext context)
    {
        var request = context.Request;
        var key = request.Path.Value!;
        if (Illness is { } status)
        {
            await Refuse(context, status, "ServiceUnavailable");
        }
        else if (!IsSigned(request))
        {
            await Refuse(context, StatusCodes.Status403Forbidden, "SignatureDoesNotMatch");
        }
        else if (!key.StartsWith($"/{Bucket}/", StringComparison.Ordinal))
        {
            await Refuse(context, StatusCodes.Status404NotFound, "NoSuchBucket");
        }
        else if (HttpMethods.IsPut(request.Method))
        {
            await Take(context, PathOf(key[(Bucket.Length + 2)..]));
        }
        else if (File.Exists(PathOf(key[(Bucket.Length + 2)..])))
        {
            var path = PathOf(key[(Bucket.Length + 2)..]);
            context.Response.Headers.ETag = await File.ReadAllTextAsync(path + ".etag");
            context.Response.ContentLength = new FileInfo(path).Length;
            await context.Response.SendFileAsync(path);
        }
        else
        {
            await Refuse(context, StatusCodes.Status404NotFound, "NoSuchKey");
        }
    }

    private static async Task Take(HttpContext context, string path)
    {
        var arriving = $"{path}.{context.TraceIdentifier.Replace(':', '-')}";
        await using (var file = File.Create(arriving))
        {
            await context.Request.Body.CopyToAsync(file);
        }

        await using (var arrived = File.OpenRead(arriving))
        {
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(arrived)) != context.Request.Headers["x-amz-content-sha256"])
            {
                await Refuse(context, StatusCodes.Status400BadRequest, "XAmzContentSHA256Mismatch");
                return;
            }

            arrived.Position = 0;
            var etag = $"\"{Convert.ToHexStringLower(Md5(arrived))}\"";
            context.Response.Headers.ETag = etag;
            await File.WriteAllTextAsync(arriving + ".etag", etag);
        }

        File.Move(arriving + ".etag", path + ".etag", overwrite: true);
        File.Move(arriving, path, overwrite: true);
    }

    /// <summary>The protocol's own fingerprint of an object; it protects nothing here.</summary>
    private static byte[] Md5(Stream content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var piece = new byte[1 << 16];
        for (var read = content.Read(piece); read > 0; read = content.Read(piece))
        {
            hash.AppendData(piece, 0, read);
        }

        return hash.GetHashAndReset();
    }

    private static Task Refuse(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync($"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>{code}</Message></Error>");
    }

    private static bool IsSigned(HttpRequest request)
    {
        // AWS4-HMAC-SHA256 Credential=key/day/region/s3/aws4_request, SignedHeaders=a;b, Signature=hex
        var parts = request.Headers.Authorization.ToString().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (parts is not ["AWS4-HMAC-SHA256", var credential, var signedHeaders, var signature])
        {
            return false;
        }

        var scope = credential["Credential=".Length..].Split('/');
        var names = signedHeaders["SignedHeaders=".Length..].Split(';');
        var moment = request.Headers["x-amz-date"].ToString();
        var isOurs = scope is [AccessKey, _, Region, "s3", "aws4_request"]
            && moment.StartsWith(scope[1], StringComparison.Ordinal)
            && DateTimeOffset.TryParseExact(moment, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            && (TimeProvider.System.GetUtcNow() - at).Duration() < TimeSpan.FromMinutes(15)
            && names.Contains("host") && names.Contains("x-amz-content-sha256") && names.Contains("x-amz-date");
        if (!isOurs)
        {
            return false;
        }

        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2);
        var query = target.Length == 1 ? "" : string.Join('&', target[1].Split('&').Select(static p => p.Contains('=', StringComparison.Ordinal) ? p : p + "=").Order(StringComparer.Ordinal));
        var headers = string.Concat(names.Select(n => $"{n}:{request.Headers[n].ToString().Trim()}\n"));
        var canonical = $"{request.Method}\n{target[0]}\n{query}\n{headers}\n{string.Join(';', names)}\n{request.Headers["x-amz-content-sha256"]}";
        var toSign = $"AWS4-HMAC-SHA256\n{moment}\n{string.Join('/', scope[1..])}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var signingKey = scope[1..].Aggregate(Encoding.UTF8.GetBytes("AWS4" + SecretKey), static (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        return signature == "Signature=" + Convert.ToHexStringLower(HMACSHA256.HashData(signingKey, Encoding.UTF8.GetBytes(toSign)));
    }
}
