namespace MediaFlows.Simulator.Tencent.State;

/// <summary>A token of the chat gateway.</summary>
/// <param name="Value">The token.</param>
/// <param name="SubAppId">Sub-application.</param>
/// <param name="UsableFrom">UTC time from which the gateway knows it.</param>
public sealed record SimToken(string Value, long SubAppId, DateTimeOffset UsableFrom);
