using MediaFlows.Providers.AlibabaOss.Operations;

namespace MediaFlows.Providers.Tests.AlibabaOss.Operations;

public sealed class OperationParserTests
{
    [Fact]
    public void A_quoted_value_keeps_its_commas_and_slashes() =>
        Assert.Equal("resize:w=200,text=demo,image/logo.png", OperationParser.Parse("watermark:image=a.png,preprocess=\"resize:w=200,text=demo,image/logo.png\"")["preprocess"]);

    [Theory]
    [InlineData("watermark:text='Hello, \"World\"',g=n", "Hello, \"World\"")]
    [InlineData("watermark:text=\"It's, so\",g=n", "It's, so")]
    public void Either_quote_keeps_the_other_one_and_commas(string text, string expected)
    {
        var operation = OperationParser.Parse(text);
        Assert.Equal((expected, "n"), (operation["text"], operation["g"]));
    }

    [Fact]
    public void Shadow_swallows_pieces_until_the_next_known_key()
    {
        var operation = OperationParser.Parse("watermark:text=a,shadow={\"x\":1,\"y\":2},size=30");
        Assert.Equal("{\"x\":1,\"y\":2}", operation["shadow"]);
        Assert.Equal("30", operation["size"]);
    }

    [Fact]
    public void A_piece_without_an_equals_sign_is_refused_with_the_documented_message()
    {
        var error = Assert.Throws<OperationException>(() => OperationParser.Parse("resize:400"));
        Assert.Equal("Invalid parameter format '400' in operation 'resize'.", error.Message);
        Assert.Equal("Expected format: key=value (e.g., w=400).", error.Hint);
    }

    [Fact]
    public void An_unknown_operation_is_refused_with_the_sorted_list()
    {
        var error = Assert.Throws<OperationException>(() => OperationParser.Parse("shrink:w=1"));
        Assert.Equal("Unknown operation 'shrink'.", error.Message);
        Assert.Contains("audio/concat, audio/convert, audio/info, auto-orient, average-hue", error.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("video/concat:f=mp4,vcodec=h264,acodec=aac/mid,o_YQ", "Invalid concat syntax: 'mid,o_YQ'.")]
    [InlineData("video/concat:f=mp4,vcodec=h264,acodec=aac/sur,ss_1", "Invalid concat syntax: 'sur,ss_1'.")]
    [InlineData("video/concat:f=mp4/sur,o_", "Invalid concat syntax: 'sur,o_'.")]
    [InlineData("video/concat:f=mp4,vcodec=h264,acodec=aac", "video/concat requires at least one segment (/sur or /pre).")]
    [InlineData("audio/concat:f=mp3", "audio/concat requires at least one segment (/sur or /pre).")]
    public void Malformed_concats_are_refused_with_the_documented_messages(string text, string message) =>
        Assert.Equal(message, Assert.Throws<OperationException>(() => OperationParser.Parse(text)).Message);

    [Fact]
    public void Every_operation_of_the_document_is_known() => Assert.Equal(
        "audio/concat audio/convert audio/info auto-orient average-hue blindwatermark-embed blindwatermark-extract blur bodies bright cars circle codes contrast crop download faces flip "
        + "format hls/m3u8 indexcrop info interlace labels quality resize rotate rounded-corners score sharpen upload video/animation video/concat video/convert video/info "
        + "video/snapshot video/snapshots video/sprite watermark",
        string.Join(' ', OperationTable.All.Select(o => o.Name)));

    [Fact]
    public void Every_example_in_the_tables_is_valid()
    {
        foreach (var rule in OperationTable.All) Assert.Equal(rule.Name, OperationChain.Require([rule.Example]).First.Name);
    }
}
