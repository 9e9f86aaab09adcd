namespace MediaFlows.Simulator.BytePlus.Objects;

/// <summary>One received part of an upload.</summary>
/// <param name="Key">Where its bytes are.</param>
/// <param name="Crc">CRC-32 of the bytes that came, 8 hex digits.</param>
/// <param name="Length">Bytes.</param>
internal sealed record ObjectPart(string Key, string Crc, long Length);
