using static MediaFlows.Providers.AlibabaOss.Operations.ParameterRule;

namespace MediaFlows.Providers.AlibabaOss.Operations.Tables;

/// <summary>HLS while transcoding: a playlist whose segments are made when they are played. Sent as <c>hls/m3u8</c>.</summary>
internal static class HlsOperations
{
    public static OperationRule M3u8 { get; } = new()
    {
        Name = "hls/m3u8", Wire = "m3u8", Category = OperationCategory.Hls, Role = OperationRole.MediaSync, NeedsImm = true, Example = "hls/m3u8:vcodec=h264",
        Parameters =
        [
            Whole("ss", 0), Whole("t", 1), Whole("ta", 0), Whole("st", 5000, 15_000), Whole("initd", 0), Word("vcodec", "h264", "h265"),
            .. MediaParameters.Video, Word("an", "0", "1"), Word("acodec", "aac"), .. MediaParameters.Audio,
        ],
        Exclusive = [("vb", "crf"), ("ab", "aq")],
    };
}
