using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Operations;

namespace MediaFlows.Providers.Tests.AlibabaOss.Operations;

public sealed class OperationRuleTests
{
    [Theory]
    [InlineData("'info' must be used alone", "info", "resize:w=1")]
    [InlineData("'average-hue' must be used alone", "average-hue", "resize:w=1")]
    [InlineData("Cannot mix 'video/convert' with image operations", "resize:w=1", "video/convert:f=mp4")]
    [InlineData("Cannot mix 'hls/m3u8' with image operations", "hls/m3u8", "resize:w=1")]
    [InlineData("Only one video, audio or HLS operation is allowed per request; this has 2", "video/convert:f=mp4", "audio/convert:f=mp3")]
    [InlineData("'blindwatermark-extract' must be used alone", "blindwatermark-extract", "resize:w=1")]
    [InlineData("'faces' must be used alone", "faces", "labels")]
    [InlineData("'score' must be used alone", "resize:w=1", "score")]
    [InlineData("'blindwatermark-embed' must be the last operation", "blindwatermark-embed:content=a", "resize:w=1")]
    [InlineData("'blindwatermark-embed' may be used only once", "blindwatermark-embed:content=a", "blindwatermark-embed:content=b")]
    [InlineData("'upload' must be used alone", "upload", "resize:w=1")]
    [InlineData("'download' must be used alone", "resize:w=1", "download")]
    [InlineData("At most 3 image watermarks are allowed; this has 4", "watermark:image=a", "watermark:image=b", "watermark:image=c", "watermark:image=d")]
    public void A_broken_chain_is_refused(string message, params string[] operations) => AssertRefused(message, operations);

    [Theory]
    [InlineData("Invalid value '0' for parameter 'w' in operation 'resize': must be an integer from 1 to 16384.", "resize:w=0")]
    [InlineData("Invalid value 'big' for parameter 'h' in operation 'resize'", "resize:h=big")]
    [InlineData("must be one of: lfit, mfit, fill, pad, fixed", "resize:w=1,mode=stretch")]
    [InlineData("resize requires at least one of: w, h, l, s, p.", "resize:mode=pad")]
    [InlineData("must be an integer from 1 to 1000", "resize:p=1001")]
    [InlineData("must be six hex digits", "resize:w=1,color=red")]
    [InlineData("crop: 'p' is only valid with g=face.", "crop:p=100")]
    [InlineData("indexcrop requires at least one of: x, y.", "indexcrop:i=1")]
    [InlineData("must be an integer from 0 to 360", "rotate:angle=361")]
    [InlineData("rotate requires at least one of: angle, degree.", "rotate")]
    [InlineData("must be an integer from 0 to 2", "flip:v=3")]
    [InlineData("must be an integer from 1 to 100", "quality:q=101")]
    [InlineData("must be one of: jpg, jpeg, png, webp, bmp, gif, avif, tiff, heic", "format:svg")]
    [InlineData("blur requires the parameter 's'.", "blur:r=10")]
    [InlineData("must be an integer from 1 to 50", "blur:r=51,s=1")]
    [InlineData("blur: 'p' is only valid with g=face or g=faces.", "blur:r=1,s=1,p=10")]
    [InlineData("must be an integer from 50 to 399", "sharpen:v=49")]
    [InlineData("must be an integer from -100 to 100", "bright:v=101")]
    [InlineData("must be an integer from -100 to 100", "contrast:v=-101")]
    [InlineData("must be an integer from 1 to 4096", "circle:r=0")]
    [InlineData("must be an integer from 1 to 4096", "rounded-corners:r=4097")]
    [InlineData("watermark requires at least one of: text, image.", "watermark:g=se")]
    [InlineData("must be an integer from 0 to 100", "watermark:text=a,opacity=101")]
    [InlineData("must be an integer from 0 to 100", "watermark:text=a,shadow=101")]
    [InlineData("at most 64 are allowed", "watermark:text=abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz")]
    [InlineData("'preprocess' cannot hold 'blur'", "watermark:image=a.png,preprocess=blur,r_3")]
    [InlineData("watermark: 'preprocess' needs 'image'.", "watermark:text=a,preprocess=resize,w_3")]
    [InlineData("blindwatermark-embed requires the parameter 'content'.", "blindwatermark-embed:s=low")]
    [InlineData("must be one of: low, medium, high", "blindwatermark-embed:content=a,s=middle")]
    [InlineData("must be one of: FFT, FFT_FULL, DWT, DWT_IBG", "blindwatermark-extract:model=X")]
    [InlineData("video/snapshot requires the parameter 't'.", "video/snapshot:f=jpg")]
    [InlineData("Invalid value '-1' for parameter 't'", "video/snapshot:t=-1")]
    [InlineData("video/sprite requires at least one of: num, inter.", "video/sprite:f=jpg")]
    [InlineData("video/animation requires the parameter 'f'.", "video/animation:ss=0")]
    [InlineData("video/snapshots requires the parameter 'f'.", "video/snapshots:num=3")]
    [InlineData("audio/convert requires the parameter 'f'.", "audio/convert:ar=8000")]
    [InlineData("video/convert requires the parameter 'f'.", "video/convert:vcodec=h264")]
    [InlineData("video/convert requires 'vcodec' (e.g., vcodec=h264) to apply s, fps", "video/convert:f=mp4,s=1280x720,fps=25")]
    [InlineData("to apply videoslim", "video/convert:f=mp4,videoslim=1")]
    [InlineData("to apply crf", "video/convert:f=mp4,vcodec=copy,crf=20")]
    [InlineData("'vb' and 'crf' exclude each other", "video/convert:f=mp4,vcodec=h264,vb=100000,crf=20")]
    [InlineData("'ab' and 'aq' exclude each other", "audio/convert:f=mp3,ab=128000,aq=50")]
    [InlineData("must be WIDTHxHEIGHT", "video/convert:f=mp4,vcodec=h264,s=1281x720")]
    [InlineData("must be WIDTHxHEIGHT", "video/convert:f=mp4,vcodec=h264,s=32x720")]
    [InlineData("must be WIDTHxHEIGHT", "video/convert:f=mp4,vcodec=h264,s=x")]
    [InlineData("must be a number above 0 and at most 240", "video/convert:f=mp4,vcodec=h264,fps=0")]
    [InlineData("mp3 takes 8000", "audio/convert:f=mp3,ar=96000")]
    [InlineData("mp3 takes at most 2", "audio/convert:f=mp3,ac=6")]
    [InlineData("amr takes at most 1", "audio/convert:f=amr,ac=2")]
    [InlineData("'adepth' is only valid with f=flac", "audio/convert:f=mp3,adepth=16")]
    [InlineData("'adepth' is only valid with f=flac or acodec=flac", "video/convert:f=mkv,vcodec=h264,acodec=aac,adepth=16")]
    [InlineData("video/concat requires the parameter 'acodec'.", "video/concat:f=mp4,vcodec=h264/sur,o_YQ")]
    [InlineData("audio/concat requires the parameter 'f'.", "audio/concat:ar=8000/sur,o_YQ")]
    [InlineData("there are 2 inputs, counted from 0", "video/concat:f=mp4,vcodec=h264,acodec=aac,align=2/sur,o_YQ")]
    [InlineData("takes at most 11 inputs with the source; this has 12", "video/concat:f=mp4,vcodec=h264,acodec=aac/sur,o_YQ/sur,o_YQ/sur,o_YQ/sur,o_YQ/sur,o_YQ/sur,o_YQ/sur,o_YQ/sur,o_YQ/sur,o_YQ/sur,o_YQ/pre,o_YQ")]
    [InlineData("ss and t take milliseconds", "video/concat:f=mp4,vcodec=h264,acodec=aac/sur,o_YQ,ss_x")]
    [InlineData("must be an integer from 5000 to 15000", "hls/m3u8:st=1000")]
    [InlineData("At least one operation is required")]
    public void A_broken_parameter_rule_is_refused(string message, params string[] operations) => AssertRefused(message, operations);

    [Theory]
    [InlineData("resize:w=100", "crop:w=10", "rotate:angle=90", "watermark:text=a", "format:webp", "quality:q=90")]
    [InlineData("resize:w=100", "blindwatermark-embed:content=a")]
    [InlineData("video/snapshot:t=0")]
    [InlineData("video/convert:f=mp4,vcodec=h264,s=1280x,fps=29.97")]
    [InlineData("video/convert:f=mp3,acodec=mp3")]
    [InlineData("video/convert:f=mkv,vcodec=h264,acodec=flac,adepth=24")]
    [InlineData("video/concat:f=mp4,vcodec=h264,acodec=aac/sur,o_YQ/sur,o_YQ/sur,o_YQ/sur,o_YQ/sur,o_YQ/sur,o_YQ/sur,o_YQ/sur,o_YQ/sur,o_YQ/pre,o_YQ")]
    public void A_valid_chain_is_accepted(params string[] operations) => Assert.NotNull(OperationChain.Require(operations));

    [Theory]
    [InlineData(true, "crop:g=auto")]
    [InlineData(true, "blur:r=1,s=1,g=face")]
    [InlineData(false, "blur:r=1,s=1")]
    [InlineData(false, "resize:w=1")]
    [InlineData(true, "video/info")]
    [InlineData(true, "faces")]
    public void Operations_that_need_imm_are_known(bool needs, string operation) => Assert.Equal(needs, OperationChain.Require([operation]).NeedsImm);

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var errors = new InputErrors();
        Assert.Null(OperationChain.Parse(["resize:w=0", "quality:q=0"], errors));
        var error = Assert.Throws<InvalidInputException>(errors.ThrowIfAny);
        Assert.Equal(2, error.Fields["operations"].Length);
        Assert.All(error.Fields["operations"], f => Assert.Contains("Example: ", f, StringComparison.Ordinal));
    }

    private static void AssertRefused(string message, string[] operations)
    {
        var errors = new InputErrors();
        Assert.Null(OperationChain.Parse(operations, errors));
        Assert.Contains(message, Assert.Throws<InvalidInputException>(errors.ThrowIfAny).Message, StringComparison.Ordinal);
    }
}
