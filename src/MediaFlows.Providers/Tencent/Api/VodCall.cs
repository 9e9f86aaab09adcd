using System.Text.Json.Nodes;

namespace MediaFlows.Providers.Tencent.Api;

/// <summary>One call of the VOD API, version 2018-07-17.</summary>
/// <param name="Action">Action name, exact case.</param>
/// <param name="Body">Request members; absent ones are simply not there.</param>
public sealed record VodCall(string Action, JsonObject Body)
{
    /// <summary>Value of <c>X-TC-Region</c>; null takes the configured one.</summary>
    public string? Region { get; init; }

    /// <summary>False for calls that must not be carried out twice: without an answer their outcome is unknown.</summary>
    public bool SafeToRepeat { get; init; } = true;
}
