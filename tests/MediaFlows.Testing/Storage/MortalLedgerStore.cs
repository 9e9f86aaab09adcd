using MediaFlows.Core.Storage;
using MediaFlows.Testing.Flows;

namespace MediaFlows.Testing.Storage;

/// <summary>Blobs in memory whose user dies at a write of the submission ledger or of a charge counter, as its <see cref="CrashPlan"/> says.</summary>
public sealed class MortalLedgerStore(TimeProvider time, CrashPlan plan) : MemoryBlobStore(time)
{
    /// <summary>What the plan calls a ledger write.</summary>
    public const string Place = "ledger";

    public override Task<string> PutAsync(string name, ReadOnlyMemory<byte> content, BlobCondition condition, CancellationToken cancellationToken) =>
        name.Split('/')[0] is "ledger" or "jobs" or "charges"
            ? plan.PassAsync(Place, () => base.PutAsync(name, content, condition, cancellationToken))
            : base.PutAsync(name, content, condition, cancellationToken);
}
