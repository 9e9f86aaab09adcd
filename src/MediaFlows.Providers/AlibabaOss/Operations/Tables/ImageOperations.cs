using static MediaFlows.Providers.AlibabaOss.Operations.ParameterRule;

namespace MediaFlows.Providers.AlibabaOss.Operations.Tables;

/// <summary>Basic image operations: synchronous, chained freely. Ranges are the narrower of the document's check and the service's limit.</summary>
internal static class ImageOperations
{
    private static readonly string[] Fonts =
        ["wqy-zenhei", "wqy-microhei", "fangzhengshusong", "fangzhengkaiti", "fangzhengheiti", "fangzhengfangsong", "droidsansfallback"];

    private static readonly string[] Places = ["nw", "north", "ne", "west", "center", "east", "sw", "south", "se"];

    private static readonly Dictionary<string, string> ShortPlaces =
        new(StringComparer.Ordinal) { ["n"] = "north", ["w"] = "west", ["c"] = "center", ["e"] = "east", ["s"] = "south" };

    public static IReadOnlyList<OperationRule> All { get; } =
    [
        Basic("resize", "resize:w=600") with
        {
            Parameters =
            [
                Whole("w", 1, 16384), Whole("h", 1, 16384), Whole("l", 1, 16384), Whole("s", 1, 16384), Whole("p", 1, 1000),
                Word("mode", "lfit", "mfit", "fill", "pad", "fixed") with { Wire = "m" }, Word("limit", "0", "1"), Color("color"),
            ],
            RequiredAny = ["w", "h", "l", "s", "p"],
        },
        Basic("crop", "crop:w=200,h=200,g=center") with
        {
            Parameters = [Whole("w", 1), Whole("h", 1), Whole("x", 0), Whole("y", 0), Gravity("auto", "face"), Whole("p", 1, 200)],
        },
        Basic("indexcrop", "indexcrop:x=100,i=0") with { Parameters = [Whole("x", 1), Whole("y", 1), Whole("i", 0)], RequiredAny = ["x", "y"] },
        Basic("rotate", "rotate:angle=90") with { Parameters = [Whole("angle", 0, 360).Alone(), Whole("degree", 0, 360).Alone()], RequiredAny = ["angle", "degree"] },
        One("flip", "v", 0, 2, "flip:v=1"),
        Basic("quality", "quality:q=80") with { Parameters = [Whole("q", 1, 100, "Q")], Required = ["q"] },
        Basic("format", "format:webp") with
        {
            Parameters = [Word("target", "jpg", "jpeg", "png", "webp", "bmp", "gif", "avif", "tiff", "heic").Alone()],
            Required = ["target"],
        },
        Basic("interlace", "interlace:mode=1") with { Parameters = [Word("mode", "0", "1").Alone()], Required = ["mode"] },
        Watermark(),
        Basic("blur", "blur:r=25,s=50") with
        {
            Parameters = [Word("g", "face", "faces"), Whole("r", 1, 50), Whole("s", 1, 50), Whole("p", 1, 200)],
            Required = ["r", "s"],
        },
        One("sharpen", "v", 50, 399, "sharpen:v=100"),
        One("bright", "v", -100, 100, "bright:v=50"),
        One("contrast", "v", -100, 100, "contrast:v=-50"),
        Basic("auto-orient", "auto-orient:v=1") with { Parameters = [Word("v", "0", "1").Alone()], BareValue = "1" },
        Basic("circle", "circle:r=100") with { Parameters = [Whole("r", 1, 4096)], Required = ["r"] },
        Basic("rounded-corners", "rounded-corners:r=30") with { Parameters = [Whole("r", 1, 4096)], Required = ["r"] },
        Basic("info", "info") with { Role = OperationRole.Info },
        Basic("average-hue", "average-hue") with { Role = OperationRole.Info },
    ];

    private static OperationRule Basic(string name, string example) =>
        new() { Name = name, Wire = name, Category = OperationCategory.Image, Role = OperationRole.Basic, Example = example };

    private static OperationRule One(string name, string parameter, int min, int max, string example) =>
        Basic(name, example) with { Parameters = [Whole(parameter, min, max).Alone()], Required = [parameter] };

    private static ParameterRule Gravity(params string[] more) =>
        Word("g", [.. Places, .. ShortPlaces.Keys, .. more]) with { Shorthands = ShortPlaces };

    private static OperationRule Watermark() => Basic("watermark", "watermark:text=Hello,g=se") with
    {
        RequiredAny = ["text", "image"],
        Parameters =
        [
            Text("text"), Text("image"), Whole("opacity", 0, 100, "t"), Gravity(), Whole("x", 0, 4096), Whole("y", 0, 4096), Whole("size", 1, 1000),
            Color("color"), Word("type", Fonts) with { Encoded = true }, Raw("shadow"), Word("tile", "0", "1") with { Wire = "fill" },
            Whole("rw", 1, 1000), Whole("rh", 1, 1000), Whole("aw", 1), Whole("ah", 1), Raw("preprocess") with { Wire = null },
            Whole("rotate", 0, 360), Word("fill", "0", "1"), Whole("voffset", -1000, 1000), Whole("padx", 0, 4096), Whole("pady", 0, 4096),
            Word("order", "0", "1"), Word("align", "0", "1", "2"), Whole("interval", 0, 1000),
        ],
    };
}
