namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>How a file is split: parts of exactly 20 MiB, of which the last takes all that remains (20 to just under 40 MiB).</summary>
public static class PartPlan
{
    /// <summary>Bytes of a part. Files below it are sent whole.</summary>
    public const long PartSize = 20L * 1024 * 1024;

    /// <summary>Most parts of one upload.</summary>
    public const int MostParts = 10_000;

    /// <summary>Largest file that can be sent, in bytes.</summary>
    public const long LargestFile = (PartSize * (MostParts + 1)) - 1;

    // Parts share a step beyond this many, so that the history of the largest file stays short.
    private const int MostSteps = 250;

    /// <summary>True for a file that is sent in one request.</summary>
    public static bool IsDirect(long length) => length < PartSize;

    /// <summary>The parts of a file of <paramref name="length"/> bytes, at least <see cref="PartSize"/>.</summary>
    public static IReadOnlyList<PartRange> Split(long length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, PartSize);
        var count = (int)(length / PartSize);
        return [.. Enumerable.Range(0, count).Select(i => new PartRange(i + 1, i * PartSize, i == count - 1 ? length - (i * PartSize) : PartSize))];
    }

    /// <summary>The parts in groups that are sent by one step each: single parts up to 250, a few together beyond.</summary>
    public static IReadOnlyList<IReadOnlyList<PartRange>> Steps(long length)
    {
        var parts = Split(length);
        return [.. parts.Chunk((parts.Count + MostSteps - 1) / MostSteps)];
    }
}
