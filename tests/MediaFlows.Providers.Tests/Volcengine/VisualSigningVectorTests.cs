using System.Text;
using MediaFlows.Providers.Volcengine;

namespace MediaFlows.Providers.Tests.Volcengine;

public sealed class VisualSigningVectorTests
{
    private const string SubmitBody =
        """{"req_key":"jimeng_t2v_v30","prompt":"a golden retriever in a sunflower field","seed":-1,"frames":121,"aspect_ratio":"16:9"}""";

    private const string QueryBody = """{"req_key":"jimeng_t2v_v30","task_id":"7392616336519610409"}""";

    [Theory]
    [InlineData(true, "6a7747ad94d99258c246c2dc0788fee645d56718ba6d80c6f05f094825f02bd1", "3c783ebe46bb86268b1a6f39f44643102779394f6364d7706b47cab387653ec7")]
    [InlineData(false, "79ea25f35f115a797491e4805acb313bd8388122e4712cad44fb9c497dc1abaf", "f9937bc5fc00c704e5df5a09fd27dca9f58eeda2e77312668e4cb210cce833db")]
    public void A_submit_is_signed_as_both_sdks_sign_it(bool withContentType, string canonicalHash, string signature) =>
        AssertSigned("CVSync2AsyncSubmitTask", SubmitBody, Vectors.Credential, withContentType, canonicalHash, signature);

    [Theory]
    [InlineData(true, "135e45487a49433e9c1224f9d17186f9f1e8325643cfff4d09c4d8d4ecac109a", "fafab0787c6d23258d9977745f8c127cf8dac396f58daf803167f571d1f2479b")]
    [InlineData(false, "39ed1a2e3397d8c7a577409a3d3f71669923b6b18463a8c3076d49be21933faf", "d417be8c6881e1eb175f837f590b4de34f37a9d54607cdf6fc9ccd30b4d53ba1")]
    public void A_session_token_is_signed_as_both_sdks_sign_it(bool withContentType, string canonicalHash, string signature) =>
        AssertSigned(
            "CVSync2AsyncGetResult", QueryBody, Vectors.Credential with { SessionToken = "STS2eyJMVEFjY2Vzc0tleUlkIjoiQUtMVCJ9" }, withContentType, canonicalHash, signature);

    private static void AssertSigned(string action, string body, VolcengineCredential credential, bool withContentType, string canonicalHash, string signature)
    {
        var hash = VolcengineSigner.HashBody(Encoding.UTF8.GetBytes(body));
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["host"] = "visual.volcengineapi.com", ["x-content-sha256"] = hash };
        if (withContentType) headers["content-type"] = "application/json";

        var signed = VolcengineSigner.Sign(
            new SignableRequest { Method = "POST", Query = Vectors.Action(action, "2022-08-31"), BodyHash = hash, Headers = headers },
            credential,
            Vectors.Visual,
            Vectors.At);

        Assert.Equal(canonicalHash, VolcengineSigner.HashBody(Encoding.UTF8.GetBytes(signed.CanonicalRequest)));
        Assert.Equal(signature, signed.Signature);
    }
}
