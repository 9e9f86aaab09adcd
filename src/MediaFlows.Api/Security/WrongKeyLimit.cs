using System.Net;

namespace MediaFlows.Api.Security;

/// <summary>
/// Counts wrong keys per address and minute. Beyond the limit the answer is 429, which makes guessing visible and keeps logs small.
/// The right key always passes: it has 256 bits, so the bound need not lock its owner out of a shared loopback address.
/// </summary>
public sealed class WrongKeyLimit
{
    /// <summary>Wrong keys per address and minute that are answered with 401.</summary>
    public const int PerMinute = 30;

    // More addresses than this in one minute share one counter, so that memory stays bounded.
    private const int MaxAddresses = 4096;

    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, int> _counts = [];
    private DateTimeOffset _windowEnd;

    /// <summary>Counts minutes of <paramref name="time"/>.</summary>
    public WrongKeyLimit(TimeProvider time) => _time = time;

    /// <summary>Counts one wrong key from <paramref name="address"/>; true when it is one too many.</summary>
    public bool Exceeded(IPAddress? address)
    {
        var key = address ?? IPAddress.None;
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            if (now >= _windowEnd)
            {
                _counts.Clear();
                _windowEnd = now.AddMinutes(1);
            }

            if (!_counts.ContainsKey(key) && _counts.Count >= MaxAddresses) key = IPAddress.Any;
            return (_counts[key] = _counts.GetValueOrDefault(key) + 1) > PerMinute;
        }
    }
}
