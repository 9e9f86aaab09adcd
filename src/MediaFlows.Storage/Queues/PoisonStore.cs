using System.Text;
using MediaFlows.Core.Ingest;
using MediaFlows.Core.Redaction;

namespace MediaFlows.Storage.Queues;

/// <summary>The poison queue as the API shows it.</summary>
public sealed class PoisonStore : IPoisonStore
{
    private const int Shown = 2000;
    private readonly PoisonQueue _queue;

    /// <summary>Shows <paramref name="queue"/>.</summary>
    public PoisonStore(PoisonQueue queue) => _queue = queue;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PoisonEntry>> ListAsync(int max, CancellationToken cancellationToken) =>
        [.. (await _queue.ListAsync(max, cancellationToken)).Select(m => new PoisonEntry(m.Id, m.Reason, m.Deliveries, m.QuarantinedAt, Text(m.Body)))];

    /// <inheritdoc/>
    public Task<int> RequeueAsync(string? id, CancellationToken cancellationToken) => _queue.RequeueAsync(id, cancellationToken);

    private static string Text(ReadOnlyMemory<byte> body)
    {
        var text = SignedUrls.RedactAll(Encoding.UTF8.GetString(body.Span));
        return text.Length <= Shown ? text : text[..Shown];
    }
}
