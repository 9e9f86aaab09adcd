namespace MediaFlows.Engine.History;

/// <summary>JSON that crosses a step: inline, or in a blob of its own when it is large.</summary>
internal readonly record struct Payload
{
    /// <summary>UTF-8 JSON; for a blob the copy that happens to be at hand, else empty.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private init; }

    /// <summary>Name of the blob, or null when inline.</summary>
    public string? Blob { get; private init; }

    public bool IsEmpty => Bytes.IsEmpty && Blob is null;

    /// <summary>True when the bytes must be fetched before they can be read.</summary>
    public bool IsAway => Blob is not null && Bytes.IsEmpty;

    public static Payload Inline(ReadOnlyMemory<byte> json) => new() { Bytes = json };

    public static Payload InBlob(string blob, ReadOnlyMemory<byte> atHand = default) => new() { Blob = blob, Bytes = atHand };
}
