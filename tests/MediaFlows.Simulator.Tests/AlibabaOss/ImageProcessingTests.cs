using System.Diagnostics;
using System.Text.Json.Nodes;
using MediaFlows.Testing.Media;

namespace MediaFlows.Simulator.Tests.AlibabaOss;

public sealed class ImageProcessingTests(OssSimulator simulator) : IClassFixture<OssSimulator>
{
    private static readonly bool HasFfmpeg = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "ffmpeg")));

    [Fact]
    public async Task Info_is_true_for_the_stored_picture()
    {
        using var oss = Caller();
        await oss.PutAsync("info.png", TestImages.Png(37, 21), "image/png");
        var info = JsonNode.Parse(await (await oss.GetAsync("info.png", "x-oss-process=image%2Finfo")).Content.ReadAsStringAsync())!;
        Assert.Equal(("png", "37", "21"), ((string)info["Format"]!["value"]!, (string)info["ImageWidth"]!["value"]!, (string)info["ImageHeight"]!["value"]!));
        Assert.Equal(TestImages.Png(37, 21).Length.ToString(), (string)info["FileSize"]!["value"]!);
    }

    [Theory]
    [InlineData("resize,w_150,h_80", 150, 75)]
    [InlineData("resize,w_150,h_80,m_mfit", 160, 80)]
    [InlineData("resize,w_150,h_80,m_fill", 150, 80)]
    [InlineData("resize,w_150,h_80,m_pad,color_FF0000", 150, 80)]
    [InlineData("resize,w_150,h_80,m_fixed", 150, 80)]
    [InlineData("resize,w_100", 100, 50)]
    [InlineData("resize,w_400", 200, 100)]
    [InlineData("resize,w_400,limit_0", 400, 200)]
    [InlineData("resize,p_300", 600, 300)]
    [InlineData("resize,l_100", 100, 50)]
    [InlineData("crop,w_50,h_40,g_center", 50, 40)]
    [InlineData("crop,w_200,h_200,g_center", 134, 67)]
    [InlineData("crop,w_100,h_100,g_se", 67, 34)]
    [InlineData("crop,w_100,h_30,g_ne,x_10", 57, 30)]
    [InlineData("crop,x_180,y_90,w_100,h_100", 20, 10)]
    [InlineData("indexcrop,x_60,i_1", 60, 100)]
    [InlineData("indexcrop,x_60,i_9", 200, 100)]
    [InlineData("rotate,90", 100, 200)]
    [InlineData("circle,r_30", 60, 60)]
    [InlineData("resize,w_100/rotate,90/flip,1/blur,r_3,s_2/bright,10/contrast,-10/sharpen,100", 50, 100)]
    [InlineData("watermark,text_SGVsbG8,size_20/format,jpg/quality,Q_80", 200, 100)]
    public async Task A_chain_gives_the_size_that_the_service_documents(string chain, int width, int height)
    {
        if (!HasFfmpeg) Assert.Skip("ffmpeg is not installed; only the marker result can be checked.");
        using var oss = Caller();
        await oss.PutAsync("size.png", TestImages.Png(200, 100), "image/png");
        var saved = await oss.PostAsync("size.png", "x-oss-process", $"x-oss-process=image/{chain}|sys/saveas,o_{Encode("size/out")}");
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
        var info = JsonNode.Parse(await (await oss.GetAsync("size/out", "x-oss-process=image%2Finfo")).Content.ReadAsStringAsync())!;
        Assert.Equal((width.ToString(), height.ToString()), ((string)info["ImageWidth"]!["value"]!, (string)info["ImageHeight"]!["value"]!));
    }

    [Fact]
    public async Task Without_ffmpeg_the_result_is_marked_as_a_stand_in()
    {
        simulator.Cloud.Knobs["noFfmpeg"] = 1.0;
        try
        {
            using var oss = Caller();
            await oss.PutAsync("marker.png", TestImages.Png(10, 10), "image/png");
            var text = await (await oss.GetAsync("marker.png", "x-oss-process=image%2Fresize%2Cw_5")).Content.ReadAsStringAsync();
            Assert.StartsWith("MEDIAFLOWS SIMULATOR: ffmpeg is not installed", text, StringComparison.Ordinal);
            Assert.Contains("process: image/resize,w_5", text, StringComparison.Ordinal);
        }
        finally
        {
            simulator.Cloud.Knobs.Remove("noFfmpeg", out _);
        }
    }

    [Theory]
    [InlineData("image%2Fcrop%2Cx_300", 400, "BadRequest", "Advance cut's position is out of image.")]
    [InlineData("image%2Fresize%2Cw_10%2Cm_odd", 400, "InvalidArgument", "0040-00000311")]
    [InlineData("image%2Fnonsense", 400, "InvalidArgument", "not supported")]
    [InlineData("video%2Fconvert%2Cf_mp4", 400, "InvalidArgument", "only supported asynchronously")]
    public async Task Faults_are_refused_in_the_services_words(string process, int status, string code, string detail)
    {
        if (!HasFfmpeg) Assert.Skip("ffmpeg is not installed; only the marker result can be checked.");
        using var oss = Caller();
        await oss.PutAsync("fault.png", TestImages.Png(200, 100), "image/png");
        var answer = await oss.GetAsync("fault.png", "x-oss-process=" + process);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains($"<Code>{code}</Code>", body, StringComparison.Ordinal);
        Assert.Contains(detail, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_is_found_in_the_path_and_in_the_host()
    {
        using var oss = Caller();
        await oss.PutAsync("addressed.txt", "hello"u8.ToArray());
        var hosted = await oss.SendAsync(HttpMethod.Get, "addressed.txt", "", null, "", $"{Simulator.AlibabaOss.OssAccount.Bucket}.oss-cn-hangzhou.aliyuncs.com");
        Assert.Equal("hello", await hosted.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        using var oss = new OssCaller(simulator.Cloud.BaseUri, simulator.Time, secret: "wrong");
        Assert.Contains("<Code>SignatureDoesNotMatch</Code>", await (await oss.GetAsync("any")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    internal static string Encode(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private OssCaller Caller() => new(simulator.Cloud.BaseUri, simulator.Time);
}
