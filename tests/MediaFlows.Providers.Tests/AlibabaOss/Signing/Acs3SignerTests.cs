using MediaFlows.Providers.AlibabaOss.Signing;
using static MediaFlows.Providers.Tests.AlibabaOss.Signing.OssVectors;

namespace MediaFlows.Providers.Tests.AlibabaOss.Signing;

public sealed class Acs3SignerTests
{
    [Fact]
    public void A_task_query_is_signed_as_the_official_signer_does()
    {
        Dictionary<string, string> query = new()
        {
            ["ProjectName"] = "imm-auto-my-media-bucket-20250102", ["TaskId"] = "DecodeBlindWatermark-c09b0943-ed79-4983-8dbe-7a8825740000", ["TaskType"] = "DecodeBlindWatermark",
        };
        var headers = Headers("imm.cn-hangzhou.aliyuncs.com", "GetTask", "3156853299f313e23d1673dc12e1703d");

        Assert.Equal("2f9be7f654d301f5cd872f5619e847dbd910bf658ba566a5c8c7828a6f2740fe", Sha256(Acs3Signer.CanonicalRequest("POST", query, headers)));
        Assert.Equal(
            $"ACS3-HMAC-SHA256 Credential={AccessKey},SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=649702f52c349e9612f05ab3c3581f4fd610ef12dd236ed8b33b050ba87edf82",
            Acs3Signer.Authorization("POST", query, headers, AccessKey, Secret));
    }

    [Fact]
    public void A_call_with_a_session_token_and_special_characters_is_signed_as_the_official_signer_does()
    {
        Dictionary<string, string> query = new()
        {
            ["ProjectName"] = "immtest", ["SourceURI"] = "oss://my-media-bucket/images/marked (1)*.png", ["StrengthLevel"] = "low",
            ["TargetURI"] = "oss://my-media-bucket/_blindwatermark_result/",
        };
        var headers = Headers("imm.cn-shanghai.aliyuncs.com", "CreateDecodeBlindWatermarkTask", "00000000-0000-4000-8000-000000000001");
        headers["x-acs-accesskey-id"] = AccessKey;
        headers["x-acs-security-token"] = Token;

        Assert.Contains("marked%20%281%29%2A.png", Acs3Signer.CanonicalQuery(query), StringComparison.Ordinal);
        Assert.Equal("e74a2cd61ba69fc31ad66ecc89da5782dabdb74a98b3295e8fd5a1461d9dad79", Sha256(Acs3Signer.CanonicalRequest("POST", query, headers)));
        Assert.Equal("c449173bb0fd0d2a4548e588bb5e4878911e42f213780fb0c954cd0daf892647", Acs3Signer.Signature("POST", query, headers, Secret));
    }

    [Fact]
    public void The_legacy_rpc_vector_holds()
    {
        Dictionary<string, string> query = new()
        {
            ["AccessKeyId"] = AccessKey, ["Action"] = "GetTask", ["Format"] = "json", ["ProjectName"] = "immtest", ["SignatureMethod"] = "HMAC-SHA1",
            ["SignatureNonce"] = "3156853299f313e23d1673dc12e1703d", ["SignatureVersion"] = "1.0", ["TaskId"] = "MediaConvert-e4a737df-69e9-4fca-8d9b-17c40ea30000",
            ["TaskType"] = "MediaConvert", ["Timestamp"] = "2025-01-02T03:04:05Z", ["Version"] = "2020-09-30",
        };
        Assert.Equal("l4blr2OX6KVPs9okb9QZWcJQs/c=", LegacyRpcSigner.Signature("POST", query, Secret));
    }

    private static Dictionary<string, string> Headers(string host, string action, string nonce) => new()
    {
        ["host"] = host, ["x-acs-action"] = action, ["x-acs-version"] = "2020-09-30", ["x-acs-date"] = "2025-01-02T03:04:05Z",
        ["x-acs-signature-nonce"] = nonce, ["x-acs-content-sha256"] = Acs3Signer.EmptyBodyHash, ["accept"] = "application/json",
    };
}
