namespace MediaFlows.Core.Ingest;

/// <summary>Messages that could not be worked on, with their reasons and original bytes.</summary>
public interface IPoisonStore
{
    /// <summary>The oldest entries, at most <paramref name="max"/> (1 to 32); they stay where they are.</summary>
    /// <exception cref="Errors.FlowException"><c>MF4001</c>.</exception>
    Task<IReadOnlyList<PoisonEntry>> ListAsync(int max, CancellationToken cancellationToken);

    /// <summary>Sends the entry with <paramref name="id"/>, or all when it is null, back to the ingest queue; returns how many went.</summary>
    /// <exception cref="Errors.FlowException"><c>MF4001</c>; what was not sent back by then is still here.</exception>
    Task<int> RequeueAsync(string? id, CancellationToken cancellationToken);
}
