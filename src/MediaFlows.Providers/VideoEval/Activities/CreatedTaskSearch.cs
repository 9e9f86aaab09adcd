using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Submissions;
using MediaFlows.Providers.VideoEval.Api;

namespace MediaFlows.Providers.VideoEval.Activities;

/// <summary>
/// Finds the task of a creation whose answer was lost. The list has neither a token nor the attachments, so a task is told from others by exclusion:
/// it was not there right before, no other instance owns it, it is not older than the intent, its prompt is ours, its results name our files.
/// </summary>
/// <remarks>
/// Absence is certain only when the server can no longer be at work on the request (<see cref="Settle"/> after its time limit), and when the page
/// that the list may show holds every task of that time. Exactly one task left is adopted; with several, or with a page that may hide some, a person decides.
/// </remarks>
internal sealed class CreatedTaskSearch(VideoEvalClient client, ISubmissionLedger ledger, TimeProvider time)
{
    /// <summary>How long after a request's time limit its task may still turn up in the list. Assumed: nothing is published.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromSeconds(60);

    // The service's clock may differ from ours; a task that seems older than the intent by more than this is another one.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(15);

    // More new tasks than this in two minutes is no situation to guess in.
    private const int MostCandidates = 10;

    public async Task<CreatedTask?> FindAsync(CreateTaskRequest request, SubmissionRecord record, CancellationToken cancellationToken)
    {
        WaitUntilSettled(request, record);
        var list = await client.ListTasksAsync(request.Call, cancellationToken);
        var earliest = record.CreatedAt - ClockTolerance;
        var candidates = new List<TaskListItem>();
        foreach (var item in list.Items)
        {
            if (request.KnownTaskIds.Contains(item.TaskId, StringComparer.Ordinal) || TimeOf(item.CreatedAt) < earliest) continue;
            var owner = await ledger.FindInstanceAsync(VideoEvalService.Provider, item.TaskId, cancellationToken);
            if (owner is null || owner == record.InstanceId) candidates.Add(item);
        }

        if (candidates.Count > MostCandidates) throw Undecided(candidates, "more new tasks than can be told apart");
        var fitting = new List<TaskListItem>();
        foreach (var item in candidates)
            if (Fits(request, await client.GetTaskAsync(request.Call, item.TaskId, cancellationToken))) fitting.Add(item);

        return fitting switch
        {
            [var one] => new CreatedTask(one.TaskId, one.Status),
            [] when ShowsAllSince(list, earliest) => null,
            [] => throw Undecided([], "none that fits, but the list shows 100 tasks only and may hide it"),
            _ => throw Undecided(fitting, "several tasks that fit"),
        };
    }

    private void WaitUntilSettled(CreateTaskRequest request, SubmissionRecord record)
    {
        var left = record.UpdatedAt + TimeSpan.FromSeconds(request.Call.TimeoutSeconds) + Settle - time.GetUtcNow();
        if (left <= TimeSpan.Zero) return;
        throw new FlowException(new FlowError(ErrorCodes.ProviderUnavailable, "The answer to the task creation was lost; the task list is asked once the service can no longer be at work on it.")
        {
            Provider = VideoEvalService.Provider,
            Retryable = true,
            RetryAfter = left,
        });
    }

    private static bool Fits(CreateTaskRequest request, TaskDetail task)
    {
        if (task.TellsPrompt && !string.Equals((task.Summary.Prompt ?? "").Trim(), (request.Prompt ?? "").Trim(), StringComparison.Ordinal)) return false;
        return task.Detail.All(item => item["sub_tab"] is not JsonValue name || name.GetValueKind() != JsonValueKind.String
            || request.FileNames.Contains(name.ToString(), StringComparer.Ordinal));
    }

    // A page that is not full shows everything; a full one does when it is in falling order and reaches back beyond the intent.
    private static bool ShowsAllSince(TaskList list, DateTimeOffset earliest)
    {
        if (list.Items.Count < VideoEvalService.ListPageSize) return true;
        var times = list.Items.Select(i => TimeOf(i.CreatedAt)).ToList();
        return times.TrueForAll(t => t is not null) && times[^1] < earliest && times.Zip(times.Skip(1)).All(pair => pair.First >= pair.Second);
    }

    // ISO 8601 text, or seconds or milliseconds since 1970; anything else tells nothing.
    private static DateTimeOffset? TimeOf(JsonNode? value)
    {
        if (value is not JsonValue v) return null;
        if (long.TryParse(v.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number is > 0 and < 253_402_300_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(number < 10_000_000_000 ? number * 1000 : number) : null;
        return DateTimeOffset.TryParse(v.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
    }

    private static OutcomeUnknownException Undecided(List<TaskListItem> candidates, string what)
    {
        var ids = candidates.Count == 0 ? "" : ": " + string.Join(", ", candidates.Take(MostCandidates).Select(c => c.TaskId));
        return new OutcomeUnknownException(new FlowError(ErrorCodes.SubmitOutcomeUnknown, $"The task list has {what}{ids}.") { Provider = VideoEvalService.Provider });
    }
}
