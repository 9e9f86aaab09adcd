namespace MediaFlows.Core.Callbacks;

/// <summary>A received callback.</summary>
/// <param name="Headers">Header values by name, case-insensitive.</param>
/// <param name="Query">Query values by name.</param>
/// <param name="Body">At most 1 MiB.</param>
public sealed record CallbackMessage(IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> Query, ReadOnlyMemory<byte> Body);
