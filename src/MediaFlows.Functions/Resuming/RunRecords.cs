using System.Text.Json;
using MediaFlows.Core.Serialization;
using MediaFlows.Functions.Naming;
using Microsoft.DurableTask;

namespace MediaFlows.Functions.Resuming;

/// <summary>How an orchestrator keeps and reads a run: through activities, part by part.</summary>
internal static class RunRecords
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Keeps a part, trying for as long as it takes: an instance must not end before it can be resumed.</summary>
    public static async Task KeepAsync(TaskOrchestrationContext inner, RunPart part, FlowSerializer serializer) =>
        await InsistAsync(inner, FunctionNames.KeepRun, serializer.ToElement(part));

    /// <summary>The kept run that <paramref name="point"/> names, or null when there is none.</summary>
    public static async Task<EndedRun?> ReadAsync(TaskOrchestrationContext inner, ResumePoint point, FlowSerializer serializer)
    {
        var parts = new List<RunPart>();
        do
        {
            var request = new RunPartRequest(point.InstanceId, point.Run, parts.Count);
            var json = await InsistAsync(inner, FunctionNames.ReadRun, serializer.ToElement(request));
            if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) return null;
            parts.Add(serializer.FromElement<RunPart>(json)!);
        }
        while (parts.Count < parts[0].Parts);

        return RunParts.Join(parts);
    }

    private static async Task<JsonElement> InsistAsync(TaskOrchestrationContext inner, string activity, JsonElement input)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await inner.CallActivityAsync<JsonElement>(activity, input);
            }
            catch (TaskFailedException)
            {
                await inner.CreateTimer(inner.CurrentUtcDateTime + pause, CancellationToken.None);
            }
        }
    }
}
