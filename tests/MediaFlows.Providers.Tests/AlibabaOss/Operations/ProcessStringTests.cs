using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Operations;

namespace MediaFlows.Providers.Tests.AlibabaOss.Operations;

public sealed class ProcessStringTests
{
    [Theory]
    [InlineData("image/resize,w_600/watermark,text_Q29weXJpZ2h0IDIwMjY,g_se,t_60,size_30,type_d3F5LW1pY3JvaGVp", "resize:w=600", "watermark:text=Copyright 2026,g=se,opacity=60,size=30")]
    [InlineData("image/resize,w_200,h_200,m_pad,color_F5F5F5", "resize:w=200,h=200,mode=pad,color=F5F5F5")]
    [InlineData("image/crop,w_200,h_200,g_center", "crop:w=200,h=200,g=c")]
    [InlineData("image/rotate,45", "rotate:degree=45")]
    [InlineData("image/rotate,90", "rotate:angle=90")]
    [InlineData("image/flip,1", "flip:v=1")]
    [InlineData("image/interlace,1", "interlace:mode=1")]
    [InlineData("image/quality,Q_80", "quality:q=80")]
    [InlineData("image/watermark,text_SGVsbG8sIFdvcmxk,g_north,type_d3F5LW1pY3JvaGVp", "watermark:text=\"Hello, World\",g=n")]
    [InlineData("image/watermark,image_bG9nby5wbmc_eC1vc3MtcHJvY2Vzcz1pbWFnZS9yZXNpemUsd18xMDAvcm90YXRlLDkw,t_80", "watermark:image=logo.png,preprocess=resize,w_100+rotate,90,opacity=80")]
    [InlineData("image/blur,g_faces,r_25,s_50", "blur:g=faces,r=25,s=50")]
    [InlineData("video/convert,f_mp4,vcodec_h264", "video/convert:f=mp4,vcodec=h264")]
    [InlineData("video/concat,f_mp4,vcodec_h264,acodec_aac/sur,o_dmlkZW9zL2IubXA0,ss_0,t_30000", "video/concat:f=mp4,vcodec=h264,acodec=aac/sur,o_dmlkZW9zL2IubXA0,ss_0,t_30000")]
    [InlineData("video/concat,f_mp4,vcodec_h264,acodec_aac/pre,o_dmlkZW9zL2IubXA0/sur,o_dmlkZW9zL2IubXA0,ss_5", "video/concat:f=mp4,vcodec=h264,acodec=aac/pre,key=videos/b.mp4/sur,key=videos/b.mp4,ss=5")]
    [InlineData("image/format,webp", "format:webp")]
    [InlineData("image/format,png", "format:target=png")]
    [InlineData("image/auto-orient,1", "auto-orient")]
    [InlineData("image/auto-orient,0", "auto-orient:v=0")]
    [InlineData("image/resize,w_300/blindwatermark,content_5o6I5p2D,s_medium", "resize:w=300", "blindwatermark-embed:content=授权,s=medium")]
    [InlineData("image/watermark,text_YQ,fill_1,type_d3F5LW1pY3JvaGVp", "watermark:text=a,tile=1")]
    [InlineData("image/watermark,text_YQ,shadow_50,type_d3F5LXplbmhlaQ", "watermark:text=a,shadow=50,type=wqy-zenhei")]
    [InlineData("image/info", "info")]
    [InlineData("image/faces", "faces")]
    [InlineData("hls/m3u8,vcodec_h264,st_10000", "hls/m3u8:vcodec=h264,st=10000")]
    [InlineData("video/snapshot,t_0,f_jpg", "video/snapshot:t=0,f=jpg")]
    [InlineData("audio/convert,f_mp3,ab_128000", "audio/convert:f=mp3,ab=128000")]
    public void The_golden_strings_hold(string expected, params string[] operations) =>
        Assert.Equal(expected, OperationChain.Require(operations).ProcessString);

    [Theory]
    [InlineData("my-media-bucket", "bXktbWVkaWEtYnVja2V0")]
    [InlineData("output/video.mp4", "b3V0cHV0L3ZpZGVvLm1wNA")]
    [InlineData("阿里云版权所有", "6Zi_6YeM5LqR54mI5p2D5omA5pyJ")]
    public void Text_is_encoded_as_the_reference_shows(string text, string encoded)
    {
        Assert.Equal(encoded, Base64Url.Encode(text));
        Assert.True(Base64Url.TryDecode(encoded + "==", out var back));
        Assert.Equal(text, back);
    }

    [Fact]
    public void Saving_names_key_and_bucket() =>
        Assert.Equal("|sys/saveas,o_b3V0cHV0L3ZpZGVvLm1wNA,b_bXktbWVkaWEtYnVja2V0", ProcessString.SaveAs("output/video.mp4", "my-media-bucket"));

    [Fact]
    public void Extraction_has_no_process_string() => Assert.Null(OperationChain.Require(["blindwatermark-extract:s=low"]).ProcessString);

    [Fact]
    public void A_repeated_key_takes_its_last_value() => Assert.Equal("image/resize,w_2", OperationChain.Require(["resize:w=1,w=2"]).ProcessString);

    [Fact]
    public void An_unknown_key_is_passed_on_with_a_warning()
    {
        var chain = OperationChain.Require(["video/convert:f=mp4,foo=bar"]);
        Assert.Equal("video/convert,f_mp4,foo_bar", chain.ProcessString);
        Assert.Contains(chain.Warnings, w => w.Contains("'foo'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_cannot_smuggle_in_another_operation()
    {
        var errors = new InputErrors();
        Assert.Null(OperationChain.Parse(["video/convert:f=mp4,foo=\"a|sys/saveas,o_x\""], errors));
        Assert.Null(OperationChain.Parse(["resize:w=600/rotate"], errors));
        Assert.Null(OperationChain.Parse(["video/snapshot:t=1,f=jpg/x"], errors));
    }
}
