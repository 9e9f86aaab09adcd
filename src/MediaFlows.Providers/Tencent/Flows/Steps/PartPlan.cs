namespace MediaFlows.Providers.Tencent.Flows.Steps;

/// <summary>How a file is cut into parts.</summary>
public static class PartPlan
{
    /// <summary>From this size on a file is sent in parts; the document's advice.</summary>
    public const long MultipartFrom = 5L * 1024 * 1024;

    /// <summary>Parts sent at a time when nothing else is said; the official SDK's number.</summary>
    public const int DefaultParallel = 3;

    // Larger than the SDK's 1 MB: every part is a step of its own in the history.
    private const long LeastPart = 8L * 1024 * 1024;

    // Half of what the service allows, so that the history stays small for the largest files.
    private const int MostParts = 1000;

    /// <summary>Bytes per part for a file of <paramref name="length"/> bytes; the last part may be smaller.</summary>
    public static long PartSize(long length) => Math.Max(LeastPart, (length + MostParts - 1) / MostParts);

    /// <summary>Offset and length of each part, in order.</summary>
    public static IReadOnlyList<(long Offset, long Length)> Split(long length)
    {
        var size = PartSize(length);
        var parts = new List<(long, long)>();
        for (long offset = 0; offset < length; offset += size) parts.Add((offset, Math.Min(size, length - offset)));
        return parts;
    }
}
