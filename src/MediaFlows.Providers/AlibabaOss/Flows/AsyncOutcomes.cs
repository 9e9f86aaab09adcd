using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Polling;
using MediaFlows.Providers.AlibabaOss.Activities;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Endings of an asynchronous job in the document's shape.</summary>
internal static class AsyncOutcomes
{
    /// <summary>The wait is over and the job is not: a resumable end that carries the task id.</summary>
    public static FlowError TimedOut(string taskId, PollAnswer? last, int seconds, string? targetKey)
    {
        const string hint = "The job goes on at the provider. Resume the flow to go on waiting for the same task; nothing is submitted again.";
        return new FlowError(ErrorCodes.PollTimedOut, $"The task {taskId} is still running after {seconds} s.")
        {
            Provider = OssNames.Provider,
            ProviderRequestId = (string?)last?.Result?["requestId"],
            Hint = hint,
            Document = new JsonObject
            {
                ["success"] = false,
                ["mode"] = "async",
                ["target_key"] = targetKey,
                ["status"] = "timeout",
                ["elapsed_seconds"] = seconds,
                ["task_id"] = taskId,
                ["request_id"] = (string?)last?.Result?["requestId"],
                ["event_id"] = (string?)last?.Result?["eventId"],
                ["hint"] = hint,
            },
        };
    }

    public static ProcessResult Result(PollAnswer answer) => answer.Result.Deserialize<ProcessResult>(JsonSerializerOptions.Web)!;

    public static int Attempts(int timeoutSeconds, int intervalSeconds) => Math.Max(1, (timeoutSeconds + intervalSeconds - 1) / intervalSeconds);
}
