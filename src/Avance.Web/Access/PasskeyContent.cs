using System.Buffers.Text;
using System.Text.Json;
using Avance.App.Access;
using Microsoft.AspNetCore.Identity;

namespace Avance.Web.Access;

/// <summary>A passkey as it is kept: what its device said when it was made, and how often it has been used.</summary>
/// <param name="PublicKey">Its public key.</param>
/// <param name="SignCount">How often it was used, where the device counts.</param>
/// <param name="Transports">How its device is reached.</param>
/// <param name="IsUserVerified">Whether the device made sure of the person.</param>
/// <param name="IsBackupEligible">Whether it can be on several devices.</param>
/// <param name="IsBackedUp">Whether it is.</param>
/// <param name="Attestation">What its device said.</param>
/// <param name="ClientData">What the browser said.</param>
internal sealed record PasskeyContent(byte[] PublicKey, uint SignCount, string[]? Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp, byte[] Attestation, byte[] ClientData)
{
    /// <summary>What its device calls it, as text.</summary>
    public static string IdOf(byte[] credentialId) => Base64Url.EncodeToString(credentialId);

    public static string Write(UserPasskeyInfo p) => JsonSerializer.Serialize(
        new PasskeyContent(p.PublicKey, p.SignCount, p.Transports, p.IsUserVerified, p.IsBackupEligible, p.IsBackedUp, p.AttestationObject, p.ClientDataJson));

    public static UserPasskeyInfo Read(Passkey passkey)
    {
        var content = JsonSerializer.Deserialize<PasskeyContent>(passkey.Content)!;
        return new(
            Base64Url.DecodeFromChars(passkey.CredentialId), content.PublicKey, passkey.CreatedAt, content.SignCount, content.Transports, content.IsUserVerified,
            content.IsBackupEligible, content.IsBackedUp, content.Attestation, content.ClientData)
        { Name = passkey.Name };
    }
}
