using System.Text.Json.Nodes;
using MediaFlows.Cli.Console;

namespace MediaFlows.Cli.Connection;

/// <summary>Follows a flow over server-sent events until it has ended; reconnects when the host restarts.</summary>
internal sealed class FlowWatcher(ApiClient api, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Calls <paramref name="onChange"/> for every state and returns the final status document, or null when <paramref name="cancellationToken"/> fired first.</summary>
    public async Task<JsonObject?> WaitAsync(string id, Action<JsonObject> onChange, CancellationToken cancellationToken)
    {
        string? lastEvent = null;
        var lostSince = (DateTimeOffset?)null;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                using var answer = await api.OpenEventsAsync(id, lastEvent, cancellationToken);
                lostSince = null;
                if (answer.StatusCode == System.Net.HttpStatusCode.NoContent) break;
                var ended = false;
                await foreach (var (eventId, kind, data) in ReadAsync(answer, cancellationToken))
                {
                    lastEvent = eventId ?? lastEvent;
                    if (data is not null) onChange(data);
                    if (kind == "end") ended = true;
                }

                if (ended) break;
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                lostSince ??= time.GetUtcNow();
                if (time.GetUtcNow() - lostSince > Patience)
                    throw new CliException(ExitCodes.Failed, Core.Errors.ErrorCodes.ProviderUnavailable, $"The host at {api.Host.Url} does not answer any more. The flow {id} is not lost.", $"Start the host again, then: mediaflows flows watch {id}");
                await Task.Delay(TimeSpan.FromMilliseconds(500), time, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }

        return cancellationToken.IsCancellationRequested ? null : (JsonObject)(await api.GetAsync($"/api/flows/{Uri.EscapeDataString(id)}", CancellationToken.None))!;
    }

    private static async IAsyncEnumerable<(string? Id, string Kind, JsonObject? Data)> ReadAsync(
        HttpResponseMessage answer, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
        string? id = null, kind = null, data = null;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length == 0)
            {
                if (kind is not null || data is not null) yield return (id, kind ?? "message", data is null ? null : JsonNode.Parse(data) as JsonObject);
                (id, kind, data) = (null, null, null);
            }
            else if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
            else if (line.StartsWith("event: ", StringComparison.Ordinal)) kind = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) data = data + line[6..];
        }
    }
}
