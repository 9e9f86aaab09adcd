using System.Collections.Concurrent;

namespace MediaFlows.Providers.Volcengine;

/// <summary>
/// The time at each server, as far as it is known. Signatures carry a date that the server accepts within 15 minutes only; after it refused
/// one, the difference to its own <c>Date</c> header is remembered, so that a machine with a wrong clock still gets its calls signed.
/// </summary>
public sealed class ServerClock(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, TimeSpan> _offsets = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>UTC time to sign with for <paramref name="host"/>.</summary>
    public DateTimeOffset Now(string host) => time.GetUtcNow() + _offsets.GetValueOrDefault(host);

    /// <summary>How far the server's clock is ahead of this machine's, as last learned; zero while nothing was learned.</summary>
    public TimeSpan Offset(string host) => _offsets.GetValueOrDefault(host);

    /// <summary>Learns the server's time from its answer.</summary>
    public void Learn(string host, DateTimeOffset serverTime) => _offsets[host] = serverTime - time.GetUtcNow();
}
