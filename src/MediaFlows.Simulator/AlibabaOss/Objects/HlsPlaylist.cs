using System.Globalization;
using System.Text;
using MediaFlows.Simulator.AlibabaOss.Processing;
using MediaFlows.Simulator.AlibabaOss.Wire;

namespace MediaFlows.Simulator.AlibabaOss.Objects;

/// <summary>
/// The answer of <c>hls/m3u8</c>: segments that are made when a player asks for them (<c>hls/ts</c>). A player signs nothing, so each address carries a
/// token for just this segment. How the service itself lets a player in is not public; the token is the simulator's own.
/// </summary>
internal sealed class HlsPlaylist(OssState state)
{
    // Milliseconds; the service's default length of a segment.
    private const int SegmentLength = 10_000;

    /// <summary>Stands behind the source's key in a segment's address.</summary>
    public const string Ending = ".ts";

    // What shapes a whole stream is said once per segment too; these say where a segment lies.
    private static readonly string[] Own = ["ss", "t", "at", "st", "ta", "initd"];

    public async Task SendAsync(HttpContext http, StoredObject source, ProcessAction action)
    {
        var total = await LengthAsync(source, http.RequestAborted);
        var start = Math.Min(action.Whole("ss") ?? 0, total);
        var end = action.Whole("t") is { } t and > 0 ? Math.Min(start + t, total) : total;
        var step = Math.Max(1000, action.Whole("st") ?? SegmentLength);
        var text = new StringBuilder($"#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:{(step + 999) / 1000}\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n");
        for (var at = start; at < end; at += step)
        {
            var length = Math.Min(step, end - at);
            text.Append(CultureInfo.InvariantCulture, $"#EXTINF:{length / 1000.0:F3},\n{Address(source, action, at, length, at - start)}\n");
        }

        http.Response.ContentType = "application/x-mpegURL";
        await http.Response.WriteAsync(text.Append("#EXT-X-ENDLIST\n").ToString(), http.RequestAborted);
    }

    // Relative to the playlist's own address. Players tell a segment's kind by the end of its name too, so one is put behind the object's.
    private string Address(StoredObject source, ProcessAction action, int at, int length, int offset)
    {
        var shared = string.Concat(action.Items.Where(i => !Own.Contains(i.Split('_')[0])).Select(i => "," + i));
        var process = $"hls/ts,ss_{at},t_{length},at_{offset}{shared}";
        var token = HlsToken.Make(source.Bucket, source.Key + Ending, process, state.Now);
        return $"{Uri.EscapeDataString(source.Key[(source.Key.LastIndexOf('/') + 1)..])}{Ending}?x-oss-process={Uri.EscapeDataString(process)}&{HlsToken.Parameter}={token}";
    }

    private static async Task<int> LengthAsync(StoredObject source, CancellationToken cancellationToken)
    {
        var meta = await MediaMeta.ReadAsync(source.Path, cancellationToken) ?? throw new OssErrorException(new OssError(400, "InvalidArgument", "The media cannot be read."));
        return double.TryParse(meta["Duration"]?.ToString(), CultureInfo.InvariantCulture, out var seconds) ? (int)Math.Round(seconds * 1000) : SegmentLength;
    }
}
