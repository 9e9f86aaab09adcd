using MediaFlows.Core.Errors;

namespace MediaFlows.Engine.Journal;

/// <summary>What can be wrong with a hub's journal, in the words an operator reads.</summary>
internal static class JournalErrors
{
    public static FlowException Damaged(string blob, long offset, string what) => new(
        ErrorCodes.JournalDamaged,
        $"The journal is damaged: in {blob} at byte {offset}, {what}. Nothing was skipped and nothing was changed.",
        "Restore the blob from a backup or a soft-deleted version; as a last resort start a new hub under another name.");

    public static FlowException Missing(string what) => new(
        ErrorCodes.JournalDamaged,
        $"The journal is incomplete: {what}. Nothing was changed.",
        "Restore the missing blobs from a backup or soft delete; as a last resort start a new hub under another name.");

    public static FlowException TooNew(string blob, int version) => new(
        ErrorCodes.JournalTooNew,
        $"{blob} was written by a newer version of MediaFlows (record format {version}; this version knows up to {RecordFrame.FormatVersion}).",
        "Start the version that wrote it, or a later one.");

    public static FlowException Owned(OwnerRecord owner) => new(
        ErrorCodes.HubOwned,
        $"The hub is owned by process {owner.ProcessId} on {owner.Machine} since {owner.Since:u}.",
        "Stop that process first, or choose another hub name. A process that died is taken over by itself.");

    public static FlowException Lost(string why) => new(
        ErrorCodes.HubLost,
        $"This process no longer owns the hub: {why}. It writes nothing more and stops.",
        "Another process goes on with every flow. Restart this one only if that other process was started by mistake and is stopped.");

    public static FlowException Unreachable(string what) => new(
        ErrorCodes.StorageUnavailable,
        $"Storage could not be reached for too long: {what.TrimEnd('.')}. The hub stopped; nothing that was accepted is lost.",
        "Check the storage account or Azurite and start the host again; every flow goes on from its last recorded turn.");

    public static FlowException Overloaded(string why) => new(new FlowError(ErrorCodes.Overloaded, $"The host takes no more work right now: {why}.")
    {
        Retryable = true,
        RetryAfter = TimeSpan.FromSeconds(2),
        Hint = "Send it again a little later.",
    });
}
