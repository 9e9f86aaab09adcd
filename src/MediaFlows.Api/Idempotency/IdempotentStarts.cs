using System.Security.Cryptography;
using System.Text;
using MediaFlows.Api.Start;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Storage;

namespace MediaFlows.Api.Idempotency;

/// <summary>
/// Starts at most one instance per idempotency key. The record, with the instance id in it, is written before the start; whoever finds it later
/// finishes that very start, and the engine refuses a second instance with the same id. So a crash at any point leads to one instance or none.
/// </summary>
public sealed class IdempotentStarts
{
    // Longer than a start takes; after it, a start that was given up (a crash) is carried out by the next request.
    private static readonly TimeSpan Lock = TimeSpan.FromSeconds(15);

    private readonly IdempotencyStore _store;
    private readonly IFlowClient _client;
    private readonly TimeProvider _time;

    /// <summary>Puts the parts together.</summary>
    public IdempotentStarts(IdempotencyStore store, IFlowClient client, TimeProvider time)
    {
        _store = store;
        _client = client;
        _time = time;
    }

    /// <summary>Prepares and starts under <paramref name="key"/>, or answers with the instance that it started before.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="payload">Hash of what is asked for.</param>
    /// <param name="wantedId">The id that the caller chose, or null.</param>
    /// <param name="prepare">Checks and completes the input; its failure leaves no record.</param>
    /// <param name="start">Starts an instance with a prepared input under an id.</param>
    /// <param name="cancellationToken">Stops waiting; the record stays.</param>
    /// <exception cref="FlowException"><c>MF1009</c>, <c>MF1010</c>, or what preparing and starting throw.</exception>
    public async Task<StartResult> StartAsync(
        string key, string payload, string? wantedId, Func<Task<object>> prepare, Func<object, string, Task<string>> start, CancellationToken cancellationToken)
    {
        object? prepared = null;
        while (true)
        {
            var found = await _store.FindAsync(key, cancellationToken);
            var binding = found is { } f && !_store.IsExpired(f.Record) ? f.Record : null;
            if (binding is not null && await EarlierAsync(binding, payload, cancellationToken) is { } earlier) return earlier;

            prepared ??= await prepare();
            var now = _time.GetUtcNow();
            var record = binding is null
                ? new IdempotencyRecord
                {
                    Payload = payload,
                    InstanceId = wantedId ?? DeriveId(key, now),
                    State = IdempotencyState.Starting,
                    CreatedAt = now,
                    LockedUntil = now + Lock,
                }
                : binding with { LockedUntil = now + Lock };
            if (await _store.TryWriteAsync(key, record, found?.ETag, cancellationToken) is not { } etag) continue;
            await CarryOutAsync(key, record, etag, isFirst: binding is null, ownId: wantedId is null, () => start(prepared, record.InstanceId));
            return new StartResult(record.InstanceId, Replayed: binding is not null);
        }
    }

    /// <summary>The earlier request's answer; null when its start was given up and is ours to finish.</summary>
    private async Task<StartResult?> EarlierAsync(IdempotencyRecord record, string payload, CancellationToken cancellationToken)
    {
        if (record.Payload != payload)
            throw new FlowException(ErrorCodes.IdempotencyMismatch, "This Idempotency-Key was used before for another request.", "Use a new key for a new request.");
        if (record.State == IdempotencyState.Started) return new StartResult(record.InstanceId, Replayed: true);
        if (await _client.GetAsync(record.InstanceId, cancellationToken) is not null) return new StartResult(record.InstanceId, Replayed: true);
        if (_time.GetUtcNow() < record.LockedUntil)
            throw new FlowException(ErrorCodes.IdempotencyInProgress, "A request with this Idempotency-Key is still being started.", "Wait for Retry-After and send it again.");
        return null;
    }

    // From the first write on nothing is cancelled by a caller that goes away: a start half done would only have to be healed later.
    private async Task CarryOutAsync(string key, IdempotencyRecord record, string etag, bool isFirst, bool ownId, Func<Task<string>> start)
    {
        try
        {
            await start();
        }
        catch (FlowException e) when (e.Error.Code == ErrorCodes.InstanceExists && (ownId || !isFirst))
        {
            // The id is derived from this record alone: the instance that has it is the one an earlier try of this very request started.
        }
        catch (Exception e)
        {
            await LetGoAsync(key, record, etag, nothingStarted: isFirst && IsRefusal(e));
            throw;
        }

        // If this write fails, the next request finds the instance by its id: the record was only a short cut.
        await IgnoringStorageAsync(() => _store.TryWriteAsync(key, record with { State = IdempotencyState.Started }, etag, CancellationToken.None));
    }

    private Task LetGoAsync(string key, IdempotencyRecord record, string etag, bool nothingStarted) => IgnoringStorageAsync(() => nothingStarted
        ? _store.RemoveAsync(key, etag, CancellationToken.None)
        : _store.TryWriteAsync(key, record with { LockedUntil = _time.GetUtcNow() }, etag, CancellationToken.None));

    private static bool IsRefusal(Exception failure) =>
        failure is FlowException { Error.Code: not (ErrorCodes.StorageUnavailable or ErrorCodes.HubLost or ErrorCodes.Internal) };

    private static async Task IgnoringStorageAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (BlobStoreException)
        {
            // Best effort, as the callers say.
        }
    }

    private static string DeriveId(string key, DateTimeOffset now) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{now.UtcTicks}")))[..32];
}
