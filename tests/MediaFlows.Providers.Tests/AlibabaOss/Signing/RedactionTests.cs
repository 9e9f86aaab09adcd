using MediaFlows.Core.Redaction;
using MediaFlows.Providers.AlibabaOss.Signing;
using static MediaFlows.Providers.Tests.AlibabaOss.Signing.OssVectors;

namespace MediaFlows.Providers.Tests.AlibabaOss.Signing;

public sealed class RedactionTests
{
    [Fact]
    public void A_signed_url_is_shown_in_the_documents_form() => Assert.Equal(
        "https://bucket.oss-cn-hangzhou.aliyuncs.com/output/result.webp?OSSAccessKeyId=***&x-oss-credential=***&Signature=***&security-token=***&Expires=1700000000",
        SignedUrls.Redact(
            "https://bucket.oss-cn-hangzhou.aliyuncs.com/output/result.webp?OSSAccessKeyId=LTAI1&x-oss-credential=a%2Fb&Signature=c%3D&security-token=d&Expires=1700000000"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_secret_of_a_presigned_url_survives(bool v4)
    {
        var request = Request("GET", "a b.png", [("x-oss-process", Process)]);
        var query = v4
            ? OssV4Signer.Presign(request, Time, 3600, "cn-hangzhou", AccessKey, Secret, Token)
            : OssV1Signer.Presign(request, Time.AddHours(1), AccessKey, Secret, Token);
        var shown = SignedUrls.Redact("https://b.oss-cn-hangzhou.aliyuncs.com/a%20b.png?" + PercentEncoding.Query(query));
        Assert.DoesNotContain(AccessKey, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("CAIS", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(query[^1].Value!), shown, StringComparison.Ordinal);
        Assert.Contains("x-oss-process=image%2Fresize%2Cw_600", shown, StringComparison.Ordinal);
        Assert.Contains(v4 ? "x-oss-expires=3600" : "Expires=1735790645", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sts_token")]
    [InlineData("x_oss_credential")]
    [InlineData("x_oss_signature")]
    [InlineData("accessKeyId")]
    [InlineData("SecurityToken")]
    public void Every_name_of_the_documents_list_is_hidden(string name) =>
        Assert.Equal($"https://h/p?a=1&{name}=***", SignedUrls.Redact($"https://h/p?a=1&{name}=secret"));
}
