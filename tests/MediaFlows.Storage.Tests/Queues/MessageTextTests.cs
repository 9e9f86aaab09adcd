using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Storage.Queues;

namespace MediaFlows.Storage.Tests.Queues;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""")]
    [InlineData("""  [1]""", """  [1]""")]
    [InlineData("eyJhIjoxfQ==", """{"a":1}""")]
    [InlineData(" eyJhIjoxfQ==\n", """{"a":1}""")]
    [InlineData("manifest.jsonl", "manifest.jsonl")]
    [InlineData("eyJhIjoxfQ=", "eyJhIjoxfQ=")]
    [InlineData("", "")]
    public void Both_ways_of_writing_a_message_are_read(string text, string expected) => Assert.Equal(expected, Encoding.UTF8.GetString(MessageText.Decode(text)));

    [Fact]
    public void Any_bytes_come_back() => Prop.ForAll<byte[]>(bytes => MessageText.Decode(MessageText.Encode(bytes)!).AsSpan().SequenceEqual(bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_large_text_goes_plain_and_large_bytes_do_not_fit()
    {
        var text = "{" + new string('x', 60_000) + "}";
        Assert.Equal(text, MessageText.Encode(Encoding.UTF8.GetBytes(text)));
        Assert.Null(MessageText.Encode(new byte[60_000]));
        Assert.Null(MessageText.Encode(Encoding.UTF8.GetBytes("{" + new string('x', 70_000) + "}")));
    }
}
