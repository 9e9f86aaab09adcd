using static MediaFlows.Providers.AlibabaOss.Operations.ParameterRule;

namespace MediaFlows.Providers.AlibabaOss.Operations.Tables;

/// <summary>Video operations. All but <c>snapshot</c> and <c>info</c> are asynchronous.</summary>
internal static class VideoOperations
{
    private static readonly string[] Containers = ["mp4", "mkv", "mov", "asf", "avi", "mxf", "ts", "flv", "webm"];
    private static readonly string[] VideoCodecs = ["copy", "h264", "h265", "vp9"];
    private static readonly string[] AudioCodecs = ["copy", "mp3", "aac", "flac", "vorbis", "ac3", "opus", "pcm", "amr"];
    private static readonly string[] Scaling = ["crop", "stretch", "fill", "fit"];
    private static readonly string[] FrameModes = ["inter", "key", "avg", "dhash"];

    public static IReadOnlyList<OperationRule> All { get; } =
    [
        Video("snapshot", OperationRole.MediaSync, "video/snapshot:t=1000,f=jpg") with
        {
            Parameters = [Whole("t", 0), Whole("w", 0), Whole("h", 0), Word("f", "jpg", "png"), Word("m", "fast"), Word("ar", "auto", "h", "w")],
            Required = ["t"],
        },
        Video("info", OperationRole.MediaInfo, "video/info"),
        Video("convert", OperationRole.MediaAsync, "video/convert:f=mp4,vcodec=h264") with
        {
            Parameters =
            [
                .. MediaParameters.Span, Word("f", [.. Containers, .. MediaParameters.AudioFormats]), Word("vn", "0", "1"), Word("an", "0", "1"), Word("sn", "0", "1"),
                Word("vcodec", VideoCodecs), .. MediaParameters.Video, Word("acodec", AudioCodecs), .. MediaParameters.Audio, Word("videoslim", "0", "1"),
            ],
            Required = ["f"],
            Exclusive = [("vb", "crf"), ("ab", "aq")],
        },
        Video("animation", OperationRole.MediaAsync, "video/animation:f=gif,ss=0,num=20,inter=200") with
        {
            Parameters =
            [
                Word("f", "gif", "webp"), Whole("ss", 0), Whole("t", 1), Whole("num", 1), Whole("inter", 1), Number("fps", 0, 240),
                Whole("w", 32, 4096), Whole("h", 32, 4096), Word("scaletype", Scaling),
            ],
            Required = ["f"],
        },
        Video("snapshots", OperationRole.MediaAsync, "video/snapshots:f=jpg,inter=1000,num=5") with
        {
            Parameters =
            [
                Word("f", "jpg", "png"), Whole("ss", 0), Word("m", FrameModes), Whole("num", 0), Whole("inter", 1), Whole("interval", 1),
                Whole("w", 32, 4096), Whole("h", 32, 4096), Number("pw", 0, 200), Number("ph", 0, 200), Word("scaletype", Scaling), Whole("thr", 0, 100),
            ],
            Required = ["f"],
        },
        Video("sprite", OperationRole.MediaAsync, "video/sprite:f=jpg,num=36,tw=6,th=6") with
        {
            Parameters =
            [
                Word("f", "jpg", "png", "webp"), Whole("ss", 0), Word("m", FrameModes), Whole("thr", 0, 100), Whole("num", 1), Whole("inter", 1),
                Whole("sw", 32, 4096), Whole("sh", 32, 4096), Number("psw", 0, 200), Number("psh", 0, 200), Word("scaletype", Scaling),
                Whole("tw", 1, 100), Whole("th", 1, 100), Whole("cols", 1), Whole("rows", 1), Whole("pad", 0, 100), Whole("margin", 0, 100),
            ],
            Required = ["f"],
            RequiredAny = ["num", "inter"],
        },
        Video("concat", OperationRole.MediaAsync, "video/concat:f=mp4,vcodec=h264,acodec=aac/sur,key=videos/b.mp4") with
        {
            TakesSegments = true,
            Parameters =
            [
                .. MediaParameters.Span, Word("f", Containers), Word("vn", "0", "1"), Word("an", "0", "1"), Word("sn", "0", "1"), Word("vcodec", VideoCodecs),
                .. MediaParameters.Video, Word("acodec", AudioCodecs), .. MediaParameters.Audio, Whole("align", 0, 10),
            ],
            Required = ["f", "vcodec", "acodec"],
            Exclusive = [("vb", "crf"), ("ab", "aq")],
        },
    ];

    private static OperationRule Video(string action, OperationRole role, string example) => new()
    {
        Name = "video/" + action, Wire = action, Category = OperationCategory.Video, Role = role, NeedsImm = true, Example = example,
    };
}
