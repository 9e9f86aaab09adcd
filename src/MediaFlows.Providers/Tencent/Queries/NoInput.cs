namespace MediaFlows.Providers.Tencent.Queries;

/// <summary>Input of look-ups that take none.</summary>
public sealed record NoInput;
