using System.Text.Json;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Serialization;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Engine.Replay;

/// <summary>What every execution shares.</summary>
internal sealed record EngineParts(FlowCatalog Catalog, FlowSerializer Serializer, ILoggerFactory Loggers, TurnSynchronizationContext Turns)
{
    public byte[] WriteError(FlowError error) => JsonSerializer.SerializeToUtf8Bytes(error, Serializer.Options);

    public FlowError ReadError(ReadOnlyMemory<byte> json) => json.IsEmpty
        ? new FlowError(ErrorCodes.Internal, "No error was recorded.")
        : JsonSerializer.Deserialize<FlowError>(json.Span, Serializer.Options)!;
}
