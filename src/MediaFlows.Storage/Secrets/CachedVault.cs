using System.Collections.Concurrent;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Secrets;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Storage.Secrets;

/// <summary>
/// A vault with a memory: each name is asked for once per period however many callers want it, a missing name is remembered too, and while the
/// vault cannot be asked the last answer serves.
/// </summary>
public sealed class CachedVault(ISecretVault vault, VaultCacheOptions options, TimeProvider time, ILogger<CachedVault> logger) : ISecretSource
{
    private readonly ConcurrentDictionary<string, Slot> _slots = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    /// <exception cref="FlowException"><c>MF3001</c> (retryable): the vault cannot be asked and no answer of it is at hand.</exception>
    public async ValueTask<string?> GetAsync(string name, CancellationToken cancellationToken)
    {
        if (!VaultNames.CanHold(name)) return null;
        var slot = _slots.GetOrAdd(name, static _ => new Slot());
        if (IsFresh(slot)) return slot.Value;
        await slot.Reading.WaitAsync(cancellationToken);
        try
        {
            return IsFresh(slot) ? slot.Value : await ReadAsync(name, slot, cancellationToken);
        }
        finally
        {
            slot.Reading.Release();
        }
    }

    private async Task<string?> ReadAsync(string name, Slot slot, CancellationToken cancellationToken)
    {
        try
        {
            var value = await vault.ReadAsync(name, cancellationToken);
            slot.Keep(value, time.GetTimestamp());
            return value;
        }
        catch (VaultException e)
        {
            var age = slot.KnownAt is { } at ? time.GetElapsedTime(at) : (TimeSpan?)null;
            if (age > options.Stale || age is null) throw Unreadable(name, e);
            logger.LogWarning("{Reason} The answer from {Age} ago is used for {Name}.", e.Message, age, name);
            slot.PausedAt = time.GetTimestamp();
            return slot.Value;
        }
    }

    private bool IsFresh(Slot slot)
    {
        if (slot.KnownAt is not { } known) return false;
        if (slot.PausedAt is { } paused && time.GetElapsedTime(paused) < options.Pause && time.GetElapsedTime(known) <= options.Stale) return true;
        return time.GetElapsedTime(known) < (slot.Value is null ? options.Missing : options.Fresh);
    }

    private static FlowException Unreadable(string name, VaultException e) => new(new FlowError(ErrorCodes.CredentialsMissing, $"The secret {name} could not be read: {e.Message}")
    {
        Retryable = !e.Refused,
        Hint = e.Refused ? "Give this identity the role Key Vault Secrets User on the vault." : "Check that the vault can be reached; nothing was called meanwhile.",
    }, e);

    private sealed class Slot
    {
        public SemaphoreSlim Reading { get; } = new(1);

        public string? Value { get; private set; }

        public long? KnownAt { get; private set; }

        public long? PausedAt { get; set; }

        public void Keep(string? value, long at)
        {
            Value = value;
            KnownAt = at;
            PausedAt = null;
        }
    }
}
