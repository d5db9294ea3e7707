using System.Collections.Concurrent;
using System.Net;
using Avance.App.Access;

namespace Avance.Web.Access;

/// <summary>
/// Wrong attempts to sign in by where they come from: who tries one password with every account, or locks one account after another,
/// is stopped too. They are counted in memory, and a place is forgotten when it has waited.
/// </summary>
/// <param name="clock">Tells when.</param>
/// <param name="most">So many from one place, and nobody there may try again for a while. A whole office may share a place.</param>
public sealed class WrongAttempts(TimeProvider clock, int most = WrongAttempts.Most)
{
    /// <summary>The most wrong attempts of one place.</summary>
    public const int Most = 100;

    /// <summary>How long they count: a place waits as long as an account does.</summary>
    public static readonly TimeSpan Lasts = Account.LockLasts;

    /// <summary>More places than this are looked through for those that have waited.</summary>
    private const int ManyPlaces = 10_000;

    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset Since)> _places = [];

    /// <summary>How many places are remembered.</summary>
    internal int Places => _places.Count;

    /// <summary>Whether who is at an address may try.</summary>
    public bool MayTry(IPAddress? address) => !_places.TryGetValue(Place(address), out var found) || found.Count < most || HasWaited(found.Since);

    /// <summary>Counts a wrong attempt from an address.</summary>
    public void Count(IPAddress? address)
    {
        var now = clock.GetUtcNow();
        _places.AddOrUpdate(Place(address), (1, now), (_, found) => HasWaited(found.Since) ? (1, now) : (found.Count + 1, found.Count + 1 == most ? now : found.Since));
        if (_places.Count > ManyPlaces)
        {
            foreach (var (place, found) in _places)
            {
                if (HasWaited(found.Since))
                {
                    _places.TryRemove(place, out _);
                }
            }
        }
    }

    private bool HasWaited(DateTimeOffset since) => clock.GetUtcNow() >= since + Lasts;

    /// <summary>A place is an address, and of the sixth version of the protocol the network of a house: it has as many addresses as one likes.</summary>
    private static string Place(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return Convert.ToHexString(bytes, 0, Math.Min(bytes.Length, 8));
    }
}
