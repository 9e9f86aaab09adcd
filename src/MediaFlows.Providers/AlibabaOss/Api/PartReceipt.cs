namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>One part of an upload that OSS has.</summary>
/// <param name="Number">1-based part number.</param>
/// <param name="ETag">ETag to name it by.</param>
/// <param name="Crc64">CRC-64/XZ of its bytes.</param>
/// <param name="Length">Bytes.</param>
public sealed record PartReceipt(int Number, string ETag, ulong Crc64, long Length);
