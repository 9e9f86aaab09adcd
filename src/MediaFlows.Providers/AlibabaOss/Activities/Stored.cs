namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>An object that OSS has.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="RequestId">Request id of the call that stored it.</param>
public sealed record Stored(long Size, string? RequestId);
