using System.Text.Json;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Functions.Resuming;

/// <summary>Cuts a run into parts and joins them. Pure, so that it may be used inside an orchestrator.</summary>
public static class RunParts
{
    /// <summary>A part ends after the call that takes it past this many bytes of JSON; well below the smallest message limit, 1 MB.</summary>
    private const int PartBytes = 128 * 1024;

    /// <summary>Cuts <paramref name="run"/>.</summary>
    public static IReadOnlyList<RunPart> Cut(string instanceId, EndedRun run, FlowSerializer serializer)
    {
        var groups = new List<List<RecordedCall>> { new() };
        var bytes = 0;
        foreach (var call in run.Calls)
        {
            if (bytes > PartBytes)
            {
                groups.Add([]);
                bytes = 0;
            }

            groups[^1].Add(call);
            bytes += JsonSerializer.SerializeToUtf8Bytes(call, serializer.Options).Length;
        }

        return [.. groups.Select((calls, i) => new RunPart
        {
            InstanceId = instanceId,
            Run = run.Run,
            Part = i,
            Parts = groups.Count,
            Envelope = i == 0 ? run.Envelope : null,
            StartedAt = run.StartedAt,
            Failed = run.Failed,
            Calls = calls,
        })];
    }

    /// <summary>Joins all parts of a run, in order.</summary>
    public static EndedRun Join(IReadOnlyList<RunPart> parts) => new(
        parts[0].Run, parts[0].Envelope!, parts[0].StartedAt, [.. parts.SelectMany(p => p.Calls)], parts[0].Failed);
}
