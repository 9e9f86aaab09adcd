namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>Result of <c>GetExecution</c> (2025-07-01), as far as it is used.</summary>
/// <param name="Status"><c>PendingStart</c>, <c>Running</c>, <c>Success</c>, <c>Failed</c>, <c>Terminated</c>; other words may come.</param>
/// <param name="Code">Why it failed.</param>
/// <param name="Meta">Space and times.</param>
/// <param name="Output">The result of a successful run.</param>
public sealed record ExecutionResult(string? Status, string? Code, ExecutionMeta? Meta, ExecutionOutput? Output);

/// <summary>About a run.</summary>
/// <param name="SpaceName">Its space; may be empty.</param>
public sealed record ExecutionMeta(string? SpaceName);

/// <summary>Wrapper of a run's result.</summary>
/// <param name="Task">The task's result.</param>
public sealed record ExecutionOutput(ExecutionTask? Task);

/// <summary>A task's result.</summary>
/// <param name="Enhance">The file that an enhancement made.</param>
public sealed record ExecutionTask(ExecutionFile? Enhance);

/// <summary>A file that a run made.</summary>
/// <param name="FileId">Its id.</param>
/// <param name="StoreUri">Bucket and path, with or without <c>tos://</c>.</param>
public sealed record ExecutionFile(string? FileId, string? StoreUri)
{
    /// <summary>The path in the space: <see cref="StoreUri"/> without scheme and bucket; null when there is none.</summary>
    public string? DirectUrl
    {
        get
        {
            var uri = StoreUri ?? "";
            var scheme = uri.IndexOf("://", StringComparison.Ordinal);
            var path = scheme < 0 ? uri.TrimStart('/') : uri[(scheme + 3)..];
            var slash = path.IndexOf('/', StringComparison.Ordinal);
            return slash < 0 || slash == path.Length - 1 ? null : path[(slash + 1)..];
        }
    }
}
