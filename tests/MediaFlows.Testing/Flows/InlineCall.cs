using System.Text.Json;

namespace MediaFlows.Testing.Flows;

/// <summary>One activity call that a flow made.</summary>
public sealed record InlineCall(string InstanceId, string Activity, JsonElement Input, int Attempt);
