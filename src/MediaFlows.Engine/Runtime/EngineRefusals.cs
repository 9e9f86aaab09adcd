using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Engine.History;

namespace MediaFlows.Engine.Runtime;

/// <summary>What the engine says no to, in the words that the caller reads.</summary>
internal static class EngineRefusals
{
    public static FlowError NoVersion(InstanceHeader header) => new(
        ErrorCodes.VersionNotFound, $"No code for version {header.Version} of {header.Flow} is deployed. The instance waits; nothing is lost.")
    {
        Hint = "Deploy that version beside the current one; the instance goes on when the host starts with it.",
    };

    public static FlowError Stuck(InstanceHeader header) => new(
        ErrorCodes.NonDeterminism, $"{header.Flow} awaits something that does not come from its context, so nothing can ever wake it.")
    {
        Hint = "Await activities, timers, events and sub-flows of the flow's context only; never use ConfigureAwait(false) in a flow.",
    };

    public static FlowException NotFound(string id) => new(ErrorCodes.InstanceNotFound, $"There is no instance '{id}'.", "Check the id; a purged instance is gone for good.");

    public static FlowException StillUsed(long segment) => new(ErrorCodes.Internal, $"Archive segment {segment} is still in use; it is kept and tried again later.");

    public static FlowException Exists(string id) => new(
        ErrorCodes.InstanceExists, $"An instance '{id}' exists already.", "Take another id, or purge the ended instance first.");

    public static FlowException WrongState(string id, FlowStatus status, string act, string hint) =>
        new(ErrorCodes.InvalidState, $"The instance '{id}' is {status} and cannot be {act}.", hint);

    public static FlowException SameFailure(string id) => new(
        ErrorCodes.InvalidState, $"The instance '{id}' did not fail because of a step, so it would fail the same way again.", "Start it anew with restart, after correcting the input or the code.");
}
