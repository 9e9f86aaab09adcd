using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Core.Submissions.Charges;

/// <summary>
/// The durable gate: a counter per batch that asked for one, and one per UTC day when <c>MEDIAFLOWS_MAX_CHARGES_PER_DAY</c> is set.
/// A flow outside a batch on a hub without a daily limit costs no request here.
/// </summary>
/// <remarks>
/// A charge is counted before it is noted as reserved, and the counter remembers it as open until then: a crash in between neither counts it twice
/// nor lets one too many through.
/// </remarks>
public sealed class BlobChargeGate : IChargeGate, IInstanceRemains
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
        var roots = await RootCountersAsync(instanceId, cancellationToken);
        if (roots.Count == 0 && _perDay is null) return null;
        var note = Reservation(instanceId, step);
        if (await _blobs.StatAsync(note, cancellationToken) is not null) return null;
        var key = note[^16..];
        var taken = new List<ChargeCounter>();
        foreach (var (id, counter) in roots)
        {
            if (!await counter.ChangeAsync(c => c?.With(key), cancellationToken))
            {
                await GiveBackAsync(taken, key);
                return BatchLimit(id);
            }

            taken.Add(counter);
        }

        var today = Today();
        if (_perDay is not null)
        {
            var day = Day(today);
            if (!await day.ChangeAsync(c => LimitedTo(c, _perDay).With(key), cancellationToken))
            {
                await GiveBackAsync(taken, key);
                return DayLimit();
            }

            taken.Add(day);
        }

        await _blobs.PutAsync(note, Encoding.UTF8.GetBytes(today), BlobCondition.None, cancellationToken);
        foreach (var counter in taken) counter.Noted(key);
        return null;
    }

    /// <inheritdoc/>
    public async Task SettleAsync(string instanceId, string step, bool charged, CancellationToken cancellationToken)
    {
        if (charged) return;
        var roots = await RootCountersAsync(instanceId, cancellationToken);
        if (roots.Count == 0 && _perDay is null) return;
        var note = Reservation(instanceId, step);
        if (await _blobs.GetAsync(note, cancellationToken) is not { } reservation) return;
        await _blobs.DeleteAsync(note, null, cancellationToken);
        var key = note[^16..];
        foreach (var (_, counter) in roots) await counter.ChangeAsync(c => c?.Without(key), cancellationToken);
        if (_perDay is not null) await Day(Encoding.UTF8.GetString(reservation.Bytes.Span)).ChangeAsync(c => c?.Without(key), cancellationToken);
    }

    /// <inheritdoc/>
    public Task BeginAsync(string rootInstanceId, long? most, CancellationToken cancellationToken) =>
        Root(rootInstanceId).ChangeAsync(c => c ?? new ChargeCount(0, most), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> LimitAsync(string rootInstanceId, long? most, CancellationToken cancellationToken) =>
        Root(rootInstanceId).ChangeAsync(c => c is null || c.Most == most ? c : c with { Most = most }, cancellationToken);

    /// <inheritdoc/>
    public async Task<ChargeState?> ReadAsync(string rootInstanceId, CancellationToken cancellationToken) =>
        await Root(rootInstanceId).ReadAsync(cancellationToken) is { } count ? new ChargeState(count.Count, count.Most) : null;

    /// <inheritdoc/>
    public async Task<ChargedDay> TodayAsync(CancellationToken cancellationToken)
    {
        var today = Today();
        return new ChargedDay(today, _perDay is null ? null : (await Day(today).ReadAsync(cancellationToken))?.Count ?? 0, _perDay);
    }

    /// <inheritdoc/>
    public async Task PurgeAsync(string instanceId, IReadOnlyList<string> steps, CancellationToken cancellationToken)
    {
        foreach (var step in steps) await _blobs.DeleteAsync(Reservation(instanceId, step), null, cancellationToken);
        var name = RootName(instanceId);
        if (await _blobs.StatAsync(name, cancellationToken) is null) return;
        await _blobs.DeleteAsync(name, null, cancellationToken);
        _counters.TryRemove(name, out _);
    }

    private static ChargeCount LimitedTo(ChargeCount? count, long? most) =>
        count is not null && count.Most == most ? count : (count ?? new ChargeCount(0, null)) with { Most = most };

    // Only what runs below another instance can belong to a batch; a batch may itself be the step of a recipe, or an item of another batch.
    private async Task<List<(string Id, ChargeCounter Counter)>> RootCountersAsync(string instanceId, CancellationToken cancellationToken)
    {
        var found = new List<(string, ChargeCounter)>();
        for (var colon = instanceId.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = instanceId.IndexOf(':', colon + 1))
        {
            var counter = Root(instanceId[..colon]);
            if (await counter.ReadAsync(cancellationToken) is not null) found.Add((instanceId[..colon], counter));
        }

        return found;
    }

    private static async Task GiveBackAsync(List<ChargeCounter> taken, string key)
    {
        foreach (var counter in taken) await counter.ChangeAsync(c => c?.Without(key), CancellationToken.None);
    }

    private ChargeCounter Root(string id) => Counter(RootName(id));

    private static string RootName(string id) => "charges/roots/" + Uri.EscapeDataString(id);

    private ChargeCounter Day(string day) => Counter("charges/days/" + day);

    private ChargeCounter Counter(string name) => _counters.GetOrAdd(name, n => new ChargeCounter(_blobs, _serializer, n));

    private string Today() => _time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd");

    private static string Reservation(string instanceId, string step) =>
        "charges/reserved/" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(instanceId + "\n" + step)));

    private static FlowError BatchLimit(string batch) => new(
        ErrorCodes.ChargeLimit, $"The batch {batch} has used up its limit of charged submits, so this one was not made.")
    {
        Hint = "Raise the limit (POST /api/batches/{id}/limit, mediaflows batch limit): the items that were held back then go on.",
    };

    private FlowError DayLimit() => new(
        ErrorCodes.ChargeLimit, $"The hub's {_perDay} charged submits of today (UTC) are used up, so this one was not made.")
    {
        Hint = $"Retry after midnight UTC, or raise {DailySetting}.",
    };
}
