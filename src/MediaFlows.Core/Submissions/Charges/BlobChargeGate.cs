using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Core.Submissions.Charges;

/// <summary>
/// The durable gate: a counter per batch (root instance) that asked for one, and one per UTC day when <c>MEDIAFLOWS_MAX_CHARGES_PER_DAY</c> is set.
/// A flow outside a batch on a hub without a daily limit costs no request here.
/// </summary>
/// <remarks>
/// A charge is counted before it is noted as reserved, and the counter remembers it as open until then: a crash in between neither counts it twice
/// nor lets one too many through.
/// </remarks>
public sealed class BlobChargeGate : IChargeGate
{
    /// <summary>Setting: most charged submits of the hub per UTC day.</summary>
    public const string DailySetting = "MEDIAFLOWS_MAX_CHARGES_PER_DAY";

    private readonly IBlobStore _blobs;
    private readonly FlowSerializer _serializer;
    private readonly TimeProvider _time;
    private readonly long? _perDay;
    private readonly ConcurrentDictionary<string, ChargeCounter> _counters = new(StringComparer.Ordinal);

    /// <summary>Counts in <paramref name="blobs"/>.</summary>
    public BlobChargeGate(IBlobStore blobs, FlowSerializer serializer, TimeProvider time, IConfiguration settings)
    {
        _blobs = blobs;
        _serializer = serializer;
        _time = time;
        _perDay = long.TryParse(settings[DailySetting], out var most) && most >= 0 ? most : null;
    }

    /// <inheritdoc/>
    public async Task<FlowError?> ReserveAsync(string instanceId, string step, string provider, CancellationToken cancellationToken)
    {
        var root = await RootCounterAsync(instanceId, cancellationToken);
        if (root is null && _perDay is null) return null;
        var note = Reservation(instanceId, step);
        if (await _blobs.StatAsync(note, cancellationToken) is not null) return null;
        var key = note[^16..];
        if (root is not null && !await root.ChangeAsync(c => c?.With(key), cancellationToken)) return BatchLimit(instanceId);
        var today = Today();
        var day = _perDay is null ? null : Day(today);
        if (day is not null && !await day.ChangeAsync(c => LimitedTo(c, _perDay).With(key), cancellationToken))
        {
            if (root is not null) await root.ChangeAsync(c => c?.Without(key), CancellationToken.None);
            return DayLimit();
        }

        await _blobs.PutAsync(note, Encoding.UTF8.GetBytes(today), BlobCondition.None, cancellationToken);
        root?.Noted(key);
        day?.Noted(key);
        return null;
    }

    /// <inheritdoc/>
    public async Task SettleAsync(string instanceId, string step, bool charged, CancellationToken cancellationToken)
    {
        if (charged) return;
        var root = await RootCounterAsync(instanceId, cancellationToken);
        if (root is null && _perDay is null) return;
        var note = Reservation(instanceId, step);
        if (await _blobs.GetAsync(note, cancellationToken) is not { } reservation) return;
        await _blobs.DeleteAsync(note, null, cancellationToken);
        var key = note[^16..];
        if (root is not null) await root.ChangeAsync(c => c?.Without(key), cancellationToken);
        if (_perDay is not null) await Day(Encoding.UTF8.GetString(reservation.Bytes.Span)).ChangeAsync(c => c?.Without(key), cancellationToken);
    }

    /// <inheritdoc/>
    public Task LimitAsync(string rootInstanceId, long? most, CancellationToken cancellationToken) =>
        Root(rootInstanceId).ChangeAsync(c => (c ?? new ChargeCount(0, null)) with { Most = most }, cancellationToken);

    /// <inheritdoc/>
    public async Task<long> CountAsync(string rootInstanceId, CancellationToken cancellationToken) =>
        (await Root(rootInstanceId).ReadAsync(cancellationToken))?.Count ?? 0;

    private static ChargeCount LimitedTo(ChargeCount? count, long? most) =>
        count is not null && count.Most == most ? count : (count ?? new ChargeCount(0, null)) with { Most = most };

    // Only what runs below another instance can belong to a batch.
    private async Task<ChargeCounter?> RootCounterAsync(string instanceId, CancellationToken cancellationToken)
    {
        var colon = instanceId.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return null;
        var counter = Root(instanceId[..colon]);
        return await counter.ReadAsync(cancellationToken) is null ? null : counter;
    }

    private ChargeCounter Root(string id) => Counter("charges/roots/" + Uri.EscapeDataString(id));

    private ChargeCounter Day(string day) => Counter("charges/days/" + day);

    private ChargeCounter Counter(string name) => _counters.GetOrAdd(name, n => new ChargeCounter(_blobs, _serializer, n));

    private string Today() => _time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd");

    private static string Reservation(string instanceId, string step) =>
        "charges/reserved/" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(instanceId + "\n" + step)));

    private static FlowError BatchLimit(string instanceId) => new(
        ErrorCodes.ChargeLimit, $"The batch {instanceId[..instanceId.IndexOf(':', StringComparison.Ordinal)]} has used up its limit of charged submits, so this one was not made.")
    {
        Hint = "Start the items that are left as another batch with a limit of its own; the results name them.",
    };

    private FlowError DayLimit() => new(
        ErrorCodes.ChargeLimit, $"The hub's {_perDay} charged submits of today (UTC) are used up, so this one was not made.")
    {
        Hint = $"Retry after midnight UTC, or raise {DailySetting}.",
    };
}
