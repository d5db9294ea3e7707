using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Avance.IntegrationTests.Access;

/// <summary>A device that makes one passkey and proves it, as a browser would pass it on (WebAuthn level 3, ES256, no attestation).</summary>
/// <param name="origin">The site that the browser says to be at.</param>
internal sealed class SoftwarePasskey(string origin) : IDisposable
{
    private const byte WithPerson = 0x05;
    private const byte WithKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _person = "";
    private uint _count;

    /// <summary>What the passkey is called.</summary>
    public string Id => Base64Url.EncodeToString(_id);

    /// <summary>Makes the passkey that is asked for.</summary>
    public string Make(JsonElement options)
    {
        _person = options.GetProperty("user").GetProperty("id").GetString()!;
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        byte[] attested =
        [
            .. Data(options.GetProperty("rp").GetProperty("id").GetString()!, WithPerson | WithKey),
            .. new byte[16], 0, (byte)_id.Length, .. _id,
            0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!,
        ];
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)attested.Length, .. attested];
        return Credential(new() { ["clientDataJSON"] = Text(Said("webauthn.create", options)), ["attestationObject"] = Text(attestation), ["transports"] = new JsonArray("internal") });
    }

    /// <summary>Proves the passkey.</summary>
    public string Prove(JsonElement options)
    {
        var (data, said) = (Data(options.GetProperty("rpId").GetString()!, WithPerson), Said("webauthn.get", options));
        var signature = _key.SignData([.. data, .. SHA256.HashData(said)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new() { ["clientDataJSON"] = Text(said), ["authenticatorData"] = Text(data), ["signature"] = Text(signature), ["userHandle"] = _person });
    }

    public void Dispose() => _key.Dispose();

    private byte[] Data(string site, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, ++_count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), flags, .. count];
    }

    private byte[] Said(string type, JsonElement options) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["type"] = type,
        ["challenge"] = options.GetProperty("challenge").GetString(),
        ["origin"] = origin,
        ["crossOrigin"] = false,
    });

    private string Credential(JsonObject response) => new JsonObject
    {
        ["id"] = Id,
        ["rawId"] = Id,
        ["type"] = "public-key",
        ["authenticatorAttachment"] = "platform",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
