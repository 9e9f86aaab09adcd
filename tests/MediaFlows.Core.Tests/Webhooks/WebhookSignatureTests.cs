using System.Security.Cryptography;
using System.Text;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Webhooks;

namespace MediaFlows.Core.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    [Theory]
    [InlineData("plain-text-secret", "plain-text-secret")]
    [InlineData("whsec_cGxhaW4tdGV4dC1zZWNyZXQ=", "plain-text-secret")]
    [InlineData("a-secret-that-is-longer-than-one-block-of-the-hash-which-has-64-bytes", "a-secret-that-is-longer-than-one-block-of-the-hash-which-has-64-bytes")]
    public void A_signature_is_the_HMAC_of_id_timestamp_and_body_as_RFC_2104_defines_it(string secret, string key)
    {
        var expected = Convert.ToBase64String(Rfc2104(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes("evt.1.1614265330.{\"a\":\"ä\"}")));
        Assert.Equal("v1," + expected, WebhookSignature.Make(secret, "evt.1", 1614265330, "{\"a\":\"ä\"}"));
    }

    [Fact]
    public void While_a_secret_is_replaced_each_signs()
    {
        var both = WebhookSignature.Make("old new", "id", 1, "body");
        Assert.Equal($"{WebhookSignature.Make("old", "id", 1, "body")} {WebhookSignature.Make("new", "id", 1, "body")}", both);
    }

    [Theory]
    [InlineData("", "https://a.example/", "notify.secret")]
    [InlineData("  ", "https://a.example/", "notify.secret")]
    [InlineData("whsec_", "https://a.example/", "notify.secret")]
    [InlineData("good whsec_???", "https://a.example/", "notify.secret")]
    [InlineData("good", "", "notify.url")]
    public void A_receiver_that_cannot_be_told_is_refused_by_field(string secret, string url, string field)
    {
        var e = Assert.Throws<InvalidInputException>(() => NotifyRules.Check(new NotifyRequest { Url = url, Secret = secret }));
        Assert.Equal([field], e.Fields.Keys);
    }

    [Fact]
    public void An_unknown_event_is_refused_with_the_words_there_are()
    {
        var e = Assert.Throws<InvalidInputException>(() => NotifyRules.Check(new NotifyRequest { Url = "https://a.example/", Secret = "s", Events = ["done"] }));
        Assert.Contains("needsAttention", e.Message, StringComparison.Ordinal);
    }

    private static byte[] Rfc2104(byte[] key, byte[] text)
    {
        var block = new byte[64];
        (key.Length > 64 ? SHA256.HashData(key) : key).CopyTo(block, 0);
        var inner = SHA256.HashData([.. block.Select(b => (byte)(b ^ 0x36)), .. text]);
        return SHA256.HashData([.. block.Select(b => (byte)(b ^ 0x5C)), .. inner]);
    }
}
