namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>One row of a listing.</summary>
/// <param name="Key">Key.</param>
/// <param name="Size">Bytes.</param>
/// <param name="LastModified">UTC time of the last write.</param>
public sealed record ListedObject(string Key, long Size, DateTimeOffset LastModified);
