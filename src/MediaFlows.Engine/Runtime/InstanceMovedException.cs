using MediaFlows.Core.Errors;

namespace MediaFlows.Engine.Runtime;

/// <summary>An instance moved between memory and archive while it was read; reading it again settles it.</summary>
internal sealed class InstanceMovedException(string id)
    : FlowException(ErrorCodes.InvalidState, $"The instance '{id}' changed while it was read.", "Try again.");
