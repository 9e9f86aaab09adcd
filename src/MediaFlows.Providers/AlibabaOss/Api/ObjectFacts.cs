namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>What <c>HeadObject</c> says of an object.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Crc64">CRC-64/XZ, or null.</param>
/// <param name="LastModified">UTC time of the last write, to the second.</param>
public sealed record ObjectFacts(long Length, ulong? Crc64, DateTimeOffset? LastModified);
