using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Core.Redaction;

namespace MediaFlows.Core.Tests.Redaction;

public class SignedUrlsTests
{
    [Theory]
    [InlineData("https://cdn.example.com/a/b.mp4?auth_key=1-2-0-abc&preview=1", "https://cdn.example.com/a/b.mp4?auth_key=***&preview=1")]
    [InlineData("https://b.oss-cn-x.aliyuncs.com/k?x-oss-process=image/resize,w_1&x-oss-signature=zz&x-oss-credential=AK", "https://b.oss-cn-x.aliyuncs.com/k?x-oss-process=image/resize,w_1&x-oss-signature=***&x-oss-credential=***")]
    [InlineData("https://user:pass@h/x?ok=1", "https://***@h/x?ok=1")]
    [InlineData("https://h/x", "https://h/x")]
    [InlineData("no url at all", "no url at all")]
    public void Signing_parameters_go_and_the_rest_stays(string url, string shown) => Assert.Equal(shown, SignedUrls.Redact(url));

    [Fact]
    public void No_secret_value_survives_wherever_the_url_stands_in_a_text()
    {
        string[] names = ["Signature", "auth_key", "x-oss-security-token", "X-Tos-Signature", "q-signature", "token", "x-amz-security-token", "sig"];
        var cases = from name in Gen.Elements(names)
                    from before in Gen.Elements("", "see ", "{\"u\":\"")
                    from extra in Gen.Choose(0, 3)
                    select (name, before, extra);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var text = $"{c.before}https://h.example/p?{string.Concat(Enumerable.Range(0, c.extra).Select(i => $"k{i}=v{i}&"))}{c.name}=CANARY123\" tail";
            var shown = SignedUrls.RedactAll(text);
            return !shown.Contains("CANARY123", StringComparison.Ordinal) && shown.Contains("https://h.example/p?", StringComparison.Ordinal) && SignedUrls.RedactAll(shown) == shown;
        }).QuickCheckThrowOnFailure();
    }
}
