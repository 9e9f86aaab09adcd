using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;
using MediaFlows.Core.Serialization;
using MediaFlows.Testing.Secrets;

namespace MediaFlows.Core.Tests.Serialization;

public class FlowSerializerTests
{
    private readonly FlowSerializer _serializer = new(new TestProtector());

    [Fact]
    public void A_sensitive_member_is_unreadable_at_rest_and_whole_when_read_back()
    {
        var bytes = _serializer.ToBytes(new MediaSource { Url = "https://h/x?sig=CANARY" }, typeof(MediaSource));
        Assert.DoesNotContain("CANARY", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal("https://h/x?sig=CANARY", ((MediaSource)_serializer.FromBytes(bytes, typeof(MediaSource))!).Url);
    }

    [Fact]
    public void The_owner_sees_a_signed_url_whole_and_others_see_it_redacted()
    {
        var stored = JsonNode.Parse(_serializer.ToBytes(new MediaSource { Url = "https://h/x?sig=CANARY&a=1" }, typeof(MediaSource)));
        Assert.Equal("https://h/x?sig=CANARY&a=1", _serializer.Reveal(stored, toOwner: true)!["url"]!.GetValue<string>());
        Assert.Equal("https://h/x?sig=***&a=1", _serializer.Reveal(stored, toOwner: false)!["url"]!.GetValue<string>());
    }

    [Fact]
    public void A_secret_is_shown_to_nobody()
    {
        var stored = JsonNode.Parse(_serializer.ToBytes(new Ticket("CANARY"), typeof(Ticket)));
        Assert.Equal("***", _serializer.Reveal(stored, toOwner: true)!["key"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"urll":"x"}""", "urll")]
    [InlineData("""{"url":5}""", "url")]
    [InlineData("""[]""", "form")]
    public void An_unknown_or_wrong_field_is_named(string json, string expected)
    {
        var e = Assert.Throws<InvalidInputException>(() => _serializer.ReadInput(JsonDocument.Parse(json).RootElement, typeof(MediaSource)));
        Assert.Contains(expected, string.Join(' ', e.Fields.Keys) + e.Message, StringComparison.Ordinal);
    }

    private sealed record Ticket([property: Sensitive] string Key);
}
