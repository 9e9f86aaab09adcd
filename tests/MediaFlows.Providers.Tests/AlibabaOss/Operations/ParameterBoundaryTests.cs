using System.Globalization;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Operations;

namespace MediaFlows.Providers.Tests.AlibabaOss.Operations;

/// <summary>
/// Every parameter of every operation against a table of its own, copied from the reference: the code's tables hold no more and no less, each boundary is
/// accepted and what lies just outside is refused.
/// </summary>
public sealed class ParameterBoundaryTests
{
    private const string Video =
        "fps=(0..240 fpsopt=0|1|2 pixfmt=yuv420p|yuva420p|yuv422p|yuv444p|yuv420p10le|yuv422p10le|yuv444p10le s=size sopt=0|1|2 scaletype=crop|stretch|fill|fit arotate=0|1 "
        + "g=1..100000 gop=1.. vb=10000..100000000 vbopt=0|1|2 maxrate=10000..100000000 bufsize=10000..200000000 crf=0..51 ";

    private const string Audio =
        "ar=8000|11025|12000|16000|22050|24000|32000|44100|48000|64000|88200|96000 ac=1..8 aq=0..100 ab=1000..10000000 abopt=0|1|2 adepth=16|24 ";

    private const string VideoCodecs = "copy|h264|h265|vp9";
    private const string AudioCodecs = "copy|mp3|aac|flac|vorbis|ac3|opus|pcm|amr";
    private const string Containers = "mp4|mkv|mov|asf|avi|mxf|ts|flv|webm";
    private const string AudioFormats = "mp3|aac|flac|oga|ac3|opus|amr";
    private const string Places = "nw|north|ne|west|center|east|sw|south|se|n|w|c|e|s";

    // Operation, a valid spelling that each parameter is added to, and the parameters.
    private static readonly string[][] Reference =
    [
        ["resize", "w=100", "w=1..16384 h=1..16384 l=1..16384 s=1..16384 p=1..1000 mode=lfit|mfit|fill|pad|fixed limit=0|1 color=color"],
        ["crop", "g=face", $"w=1.. h=1.. x=0.. y=0.. g={Places}|auto|face p=1..200"],
        ["indexcrop", "x=10", "x=1.. y=1.. i=0.."],
        ["rotate", "", "angle=0..360 degree=0..360"],
        ["flip", "", "v=0..2"],
        ["quality", "", "q=1..100"],
        ["format", "", "target=jpg|jpeg|png|webp|bmp|gif|avif|tiff|heic"],
        ["interlace", "", "mode=0|1"],
        ["watermark", "text=a", $"text=text image=text opacity=0..100 g={Places} x=0..4096 y=0..4096 size=1..1000 color=color type=wqy-zenhei|wqy-microhei|fangzhengshusong|fangzhengkaiti|fangzhengheiti|fangzhengfangsong|droidsansfallback shadow=level tile=0|1 rw=1..1000 rh=1..1000 aw=1.. ah=1.. preprocess=other rotate=0..360 fill=0|1 voffset=-1000..1000 padx=0..4096 pady=0..4096 order=0|1 align=0|1|2 interval=0..1000"],
        ["blur", "r=1,s=1,g=face", "g=face|faces r=1..50 s=1..50 p=1..200"],
        ["sharpen", "", "v=50..399"],
        ["bright", "", "v=-100..100"],
        ["contrast", "", "v=-100..100"],
        ["auto-orient", "", "v=0|1"],
        ["circle", "", "r=1..4096"],
        ["rounded-corners", "", "r=1..4096"],
        ["info", "", ""],
        ["average-hue", "", ""],
        ["blindwatermark-embed", "content=a", "content=text s=low|medium|high q=70..100"],
        ["blindwatermark-extract", "", "s=low|medium|high model=FFT|FFT_FULL|DWT|DWT_IBG"],
        ["faces", "", ""], ["bodies", "", ""], ["cars", "", ""], ["codes", "", ""], ["labels", "", ""], ["score", "", ""],
        ["video/snapshot", "t=0", "t=0.. w=0.. h=0.. f=jpg|png m=fast ar=auto|h|w"],
        ["video/info", "", ""],
        ["video/convert", "f=flac,vcodec=h264", $"ss=0.. t=0.. f={Containers}|{AudioFormats} vn=0|1 an=0|1 sn=0|1 vcodec={VideoCodecs} {Video}acodec={AudioCodecs} {Audio}videoslim=0|1"],
        ["video/animation", "f=gif", "f=gif|webp ss=0.. t=1.. num=1.. inter=1.. fps=(0..240 w=32..4096 h=32..4096 scaletype=crop|stretch|fill|fit"],
        ["video/snapshots", "f=jpg", "f=jpg|png ss=0.. m=inter|key|avg|dhash num=0.. inter=1.. interval=1.. w=32..4096 h=32..4096 pw=(0..200 ph=(0..200 scaletype=crop|stretch|fill|fit thr=0..100"],
        ["video/sprite", "f=jpg,num=1", "f=jpg|png|webp ss=0.. m=inter|key|avg|dhash thr=0..100 num=1.. inter=1.. sw=32..4096 sh=32..4096 psw=(0..200 psh=(0..200 scaletype=crop|stretch|fill|fit tw=1..100 th=1..100 cols=1.. rows=1.. pad=0..100 margin=0..100"],
        ["video/concat", "f=mkv,vcodec=h264,acodec=flac", $"ss=0.. t=0.. f={Containers} vn=0|1 an=0|1 sn=0|1 vcodec={VideoCodecs} {Video}acodec={AudioCodecs} {Audio}align=0..10"],
        ["audio/convert", "f=flac", $"ss=0.. t=0.. f={AudioFormats} {Audio}"],
        ["audio/concat", "f=flac", $"ss=0.. t=0.. f={AudioFormats} {Audio}align=0..10"],
        ["audio/info", "", ""],
        ["hls/m3u8", "", $"ss=0.. t=1.. ta=0.. st=5000..15000 initd=0.. vcodec=h264|h265 {Video}an=0|1 acodec=aac {Audio}"],
    ];

    public static TheoryData<string> Operations => [.. Reference.Select(r => r[0])];

    [Fact]
    public void The_table_names_every_operation_with_a_process_string_or_a_task() =>
        Assert.Equal(OperationTable.All.Where(o => o.Role != OperationRole.File).Select(o => o.Name), Reference.Select(r => r[0]).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Operations))]
    public void The_parameters_are_those_of_the_reference(string operation) =>
        Assert.Equal(Rules(operation).Select(r => r.Name).Order(StringComparer.Ordinal), OperationTable.Require(operation).Parameters.Select(p => p.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Operations))]
    public void Each_boundary_is_accepted_and_what_lies_just_outside_is_refused_by_name(string operation)
    {
        foreach (var (name, rule) in Rules(operation))
        {
            foreach (var value in Inside(rule)) Assert.True(Finding(operation, name, value) is null, $"{operation}:{name}={value}: {Finding(operation, name, value)}");
            foreach (var value in Outside(rule))
            {
                var finding = Finding(operation, name, value);
                Assert.True(finding?.Contains($"Invalid value '{value}' for parameter '{name}' in operation '{operation}'", StringComparison.Ordinal) == true, $"{operation}:{name}={value}: {finding}");
                Assert.Contains("Example: ", finding, StringComparison.Ordinal);
            }
        }
    }

    private static IEnumerable<(string Name, string Rule)> Rules(string operation) =>
        Reference.Single(r => r[0] == operation)[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => (p[..p.IndexOf('=')], p[(p.IndexOf('=') + 1)..]));

    private static string? Finding(string operation, string name, string value)
    {
        // Values of a pair that excludes each other, or is spelt twice, are tried without the other.
        var given = Reference.Single(r => r[0] == operation)[1].Split(',', StringSplitOptions.RemoveEmptyEntries).Where(p => !p.StartsWith(name + "=", StringComparison.Ordinal)).ToList();
        if (name == "preprocess") given.Add("image=logo.png");
        if (operation is "crop" && name == "g") given.Clear();
        given.Add($"{name}={(value.Contains(',', StringComparison.Ordinal) ? $"\"{value}\"" : value)}");
        var text = operation + ":" + string.Join(',', given) + (OperationTable.Require(operation).TakesSegments ? string.Concat(Enumerable.Repeat("/sur,key=b", 10)) : "");
        var errors = new InputErrors();
        return OperationChain.Parse([text], errors) is not null ? null : Assert.Throws<InvalidInputException>(errors.ThrowIfAny).Message;
    }

    private static IEnumerable<string> Inside(string rule) => rule switch
    {
        "text" => ["a", "中文", "a/b|c"],
        "color" => ["000000", "ffFF9a"],
        "size" => ["64x64", "4096x4096", "1280x", "x720"],
        "other" => ["resize,w_10"],
        "level" => ["0", "100", "{\"x\":1}"],
        _ when rule.Contains('|', StringComparison.Ordinal) || !rule.Contains("..", StringComparison.Ordinal) => rule.Split('|'),
        _ => Range(rule) is var (min, above, max)
            ? above ? ["0.001", "29.97", Text(max!.Value)] : [Text(min), .. max is { } most ? new[] { Text(most) } : ["2147483648"]]
            : throw new InvalidOperationException(rule),
    };

    private static IEnumerable<string> Outside(string rule) => rule switch
    {
        "text" => [""],
        "color" => ["00000", "0000000", "00000g", "red", ""],
        "size" => ["62x64", "64x62", "4098x64", "64x4098", "65x64", "64x65", "x", "64", "64X64", "-64x64"],
        "other" => [],
        "level" => ["-1", "101"],
        _ when rule.Contains('|', StringComparison.Ordinal) || !rule.Contains("..", StringComparison.Ordinal) => [rule.Split('|')[0] + "x", rule.Split('|')[0].ToUpperInvariant() + "_", ""],
        _ => Range(rule) is var (min, above, max)
            ? [above ? Text(min) : Text(min - 1), .. max is { } most ? new[] { above ? Text(most) + ".001" : Text(most + 1) } : [], "x", "", .. above ? new[] { "-1", "1e2" } : ["1.5", "1e2", "1 2"]]
            : throw new InvalidOperationException(rule),
    };

    private static (long Min, bool Above, long? Max) Range(string rule)
    {
        var parts = rule.TrimStart('(').Split("..");
        return (long.Parse(parts[0], CultureInfo.InvariantCulture), rule[0] == '(', parts[1].Length == 0 ? null : long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
