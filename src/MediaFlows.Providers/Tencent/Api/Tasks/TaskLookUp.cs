using System.Text.Json.Nodes;

namespace MediaFlows.Providers.Tencent.Api.Tasks;

/// <summary>Finds tasks of an earlier submit whose answer was lost (DescribeTasks).</summary>
public sealed class TaskLookUp(VodClient client)
{
    private const int PageSize = 100;
    private const int MostPages = 10;

    // Clocks of both sides may differ; sessions are exact, so a wide window costs nothing.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    /// <summary>The task that was submitted with <paramref name="sessionId"/> since <paramref name="since"/>, or null when none is listed.</summary>
    public async Task<string?> BySessionAsync(string sessionId, long? subAppId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await foreach (var task in ListAsync(null, subAppId, since - Margin, cancellationToken))
            if (task.Text("SessionId") == sessionId) return task.Text("TaskId");
        return null;
    }

    /// <summary>Tasks of one kind on one media since <paramref name="since"/>, for actions that take no session.</summary>
    public async Task<IReadOnlyList<string>> ByFileAsync(string fileId, string taskType, long? subAppId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        await foreach (var task in ListAsync(fileId, subAppId, since, cancellationToken))
            if (task.Text("TaskType") == taskType && task.Text("TaskId") is { } id) found.Add(id);
        return found;
    }

    private async IAsyncEnumerable<JsonObject> ListAsync(
        string? fileId, long? subAppId, DateTimeOffset since, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? scroll = null;
        for (var page = 0; page < MostPages; page++)
        {
            var body = VodJson.Object(
                ("SubAppId", subAppId),
                ("FileId", fileId),
                ("CreateTime", new JsonObject { ["After"] = since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'") }),
                ("Limit", PageSize),
                ("ScrollToken", scroll));
            var response = await client.CallAsync(new VodCall("DescribeTasks", body), cancellationToken);
            foreach (var task in response.Objects("TaskSet")) yield return task;
            scroll = response.Text("ScrollToken");
            if (scroll is null) yield break;
        }
    }
}
