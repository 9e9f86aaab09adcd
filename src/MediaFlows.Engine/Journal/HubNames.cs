using System.Globalization;

namespace MediaFlows.Engine.Journal;

/// <summary>Names of a hub's blobs.</summary>
internal sealed class HubNames(string hub)
{
    public string Owner { get; } = $"hubs/{hub}/owner";

    public string Journal { get; } = $"hubs/{hub}/journal/";

    public string Archive { get; } = $"hubs/{hub}/finished/";

    public string Payloads { get; } = $"hubs/{hub}/payloads/";

    public string Segment(long segment) => Journal + segment.ToString("D10", CultureInfo.InvariantCulture);

    public string ArchiveSegment(long segment) => Archive + segment.ToString("D16", CultureInfo.InvariantCulture);

    public string PayloadsOf(long number) => Payloads + number.ToString("x16", CultureInfo.InvariantCulture) + "/";

    public static long SegmentOf(string blob) => long.Parse(blob.AsSpan(blob.LastIndexOf('/') + 1), CultureInfo.InvariantCulture);

    public static long NumberOf(string payloadBlob) =>
        long.Parse(payloadBlob.Split('/')[^2], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
