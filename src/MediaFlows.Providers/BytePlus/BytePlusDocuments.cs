using System.Globalization;
using System.Text.Json.Nodes;
using MediaFlows.Core.Redaction;

namespace MediaFlows.Providers.BytePlus;

/// <summary>The outputs that the document prescribes for unfinished and failed jobs, word for word.</summary>
public static class BytePlusDocuments
{
    /// <summary>The wait for a URL pull is over. The command quotes the link redacted: this text reaches logs and histories.</summary>
    public static JsonObject PullTimedOut(int attempts, double intervalSeconds, string url, string space, string jobIds, string state) => new()
    {
        ["error"] = $"Polling timed out ({attempts} attempts × {Seconds(intervalSeconds)}); the URL pull upload is still processing",
        ["resume_hint"] = Hint(
            "The URL upload has not finished yet; retry with the command below",
            $"uv run python scripts/upload.py \"{SignedUrls.Redact(url)}\" {space}"),
        ["JobIds"] = jobIds,
        ["State"] = state,
    };

    /// <summary>The wait for an enhancement is over.</summary>
    public static JsonObject ExecutionTimedOut(int attempts, double intervalSeconds, string runId, string? space) => new()
    {
        ["error"] = $"Polling timed out ({attempts} attempts × {Seconds(intervalSeconds)}); the job is still processing",
        ["resume_hint"] = Hint("The job has not finished yet; resume polling with the command below", PollCommand(runId, space)),
    };

    /// <summary>An enhancement ended without a result: <c>Failed</c> with the poll command, <c>Terminated</c> with a note.</summary>
    public static JsonObject ExecutionEnded(string status, string code, string runId, string space)
    {
        var document = new JsonObject { ["Status"] = status, ["Code"] = code, ["SpaceName"] = space };
        if (status == "Failed")
            document["resume_hint"] = Hint("The job failed; query it again with the command below", PollCommand(runId, space));
        else document["note"] = "The job was terminated; submit it again if its result is still needed";
        return document;
    }

    private static JsonObject Hint(string description, string command) =>
        new() { ["description"] = description, ["command"] = command.TrimEnd() };

    private static string PollCommand(string runId, string? space) =>
        $"uv run python scripts/poll_execution.py '{runId}' {space}".TrimEnd();

    // 5s, never 5.0s.
    private static string Seconds(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture) + "s";
}
