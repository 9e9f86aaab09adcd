using System.Text.Json;

namespace MediaFlows.Functions.Durable;

/// <summary>Input of every activity function.</summary>
/// <param name="InstanceId">The calling instance.</param>
/// <param name="Attempt">1-based number of the try.</param>
/// <param name="Input">The activity's input, sensitive members encrypted.</param>
/// <param name="TraceParent">W3C <c>traceparent</c> of the instance.</param>
/// <param name="TraceState">W3C <c>tracestate</c> of the instance.</param>
public sealed record ActivityCall(string InstanceId, int Attempt, JsonElement Input, string? TraceParent, string? TraceState = null);
