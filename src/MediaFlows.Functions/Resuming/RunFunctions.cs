using System.Text.Json;
using MediaFlows.Core.Serialization;
using MediaFlows.Functions.Naming;
using Microsoft.Azure.Functions.Worker;

namespace MediaFlows.Functions.Resuming;

/// <summary>The activities by which orchestrators keep and read ended runs.</summary>
public sealed class RunFunctions
{
    private readonly KeptRuns _runs;
    private readonly FlowSerializer _serializer;

    /// <summary>Works on <paramref name="runs"/>.</summary>
    public RunFunctions(KeptRuns runs, FlowSerializer serializer)
    {
        _runs = runs;
        _serializer = serializer;
    }

    /// <summary>Keeps a part of an ended run.</summary>
    [Function(FunctionNames.KeepRun)]
    public Task KeepRun([ActivityTrigger] JsonElement part, CancellationToken cancellationToken) =>
        _runs.KeepAsync(_serializer.FromElement<RunPart>(part)!, cancellationToken);

    /// <summary>Reads a part of an ended run.</summary>
    [Function(FunctionNames.ReadRun)]
    public async Task<JsonElement> ReadRun([ActivityTrigger] JsonElement request, CancellationToken cancellationToken) =>
        _serializer.ToElement(await _runs.ReadAsync(_serializer.FromElement<RunPartRequest>(request)!, cancellationToken));
}
