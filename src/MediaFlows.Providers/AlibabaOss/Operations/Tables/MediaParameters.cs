using static MediaFlows.Providers.AlibabaOss.Operations.ParameterRule;

namespace MediaFlows.Providers.AlibabaOss.Operations.Tables;

/// <summary>Parameters that several video and audio operations share. Times are milliseconds, bit rates bits per second.</summary>
internal static class MediaParameters
{
    private static readonly string[] SampleRates =
        ["8000", "11025", "12000", "16000", "22050", "24000", "32000", "44100", "48000", "64000", "88200", "96000"];

    private static readonly string[] PixelFormats =
        ["yuv420p", "yuva420p", "yuv422p", "yuv444p", "yuv420p10le", "yuv422p10le", "yuv444p10le"];

    public static readonly string[] AudioFormats = ["mp3", "aac", "flac", "oga", "ac3", "opus", "amr"];

    public static ParameterRule[] Span { get; } = [Whole("ss", 0), Whole("t", 0)];

    public static ParameterRule[] Video { get; } =
    [
        Number("fps", 0, 240), Word("fpsopt", "0", "1", "2"), Word("pixfmt", PixelFormats), Size("s"), Word("sopt", "0", "1", "2"),
        Word("scaletype", "crop", "stretch", "fill", "fit"), Word("arotate", "0", "1"), Whole("g", 1, 100_000), Whole("gop", 1),
        Whole("vb", 10_000, 100_000_000), Word("vbopt", "0", "1", "2"), Whole("maxrate", 10_000, 100_000_000), Whole("bufsize", 10_000, 200_000_000),
        Whole("crf", 0, 51),
    ];

    public static ParameterRule[] Audio { get; } =
    [
        Word("ar", SampleRates), Whole("ac", 1, 8), Whole("aq", 0, 100), Whole("ab", 1000, 10_000_000), Word("abopt", "0", "1", "2"), Word("adepth", "16", "24"),
    ];
}
