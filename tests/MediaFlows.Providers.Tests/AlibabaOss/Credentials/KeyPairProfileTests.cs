using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MediaFlows.Core.Errors;

namespace MediaFlows.Providers.Tests.AlibabaOss.Credentials;

public sealed class KeyPairProfileTests : IDisposable
{
    private readonly ChainFixture _chain = new();
    private readonly RSA _pair = RSA.Create(2048);

    public KeyPairProfileTests() =>
        _chain.Servers.Answers["POST https://sts.aliyuncs.com/"] = """{"RequestId":"r","SessionAccessKey":{"SessionAccessKeyId":"session-id","SessionAccessKeySecret":"session-secret","Expiration":"2099-01-15T13:34:56Z"}}""";

    [Theory]
    [InlineData("pem")]
    [InlineData("pkcs1")]
    [InlineData("base64")]
    public async Task A_section_with_a_key_pair_is_exchanged_for_a_session_key(string form)
    {
        _chain.Files.Texts["/keys/private"] = Private(form);
        _chain.Files.Texts[Path.Combine("/home/u", ".alibabacloud", "credentials.ini")] = "[default]\ntype = rsa_key_pair\npublic_key_id = pub-1\nprivate_key_file = /keys/private\nsession_expiration = 1800\n";
        await CheckAsync("1800");
    }

    [Fact]
    public async Task A_profile_with_a_key_pair_is_exchanged_for_a_session_key()
    {
        _chain.Files.Cli($$"""{"current":"k","profiles":[{"name":"k","mode":"RsaKeyPair","key_pair_name":"pub-1","expired_seconds":900,"private_key":{{JsonSerializer.Serialize(Private("pem"))}}}]}""");
        await CheckAsync("900");
    }

    [Fact]
    public async Task What_is_no_private_key_is_refused_without_being_quoted()
    {
        _chain.Files.Cli("""{"current":"k","profiles":[{"name":"k","mode":"RsaKeyPair","key_pair_name":"pub-1","private_key":"canary"}]}""");
        var error = (await Assert.ThrowsAsync<FlowException>(() => _chain.Create().GetAsync(default))).Error;
        Assert.Contains("neither PEM nor base64", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"current":"b","profiles":[{"name":"b","mode":"BearerToken","bearer_token":"canary"}]}""", "")]
    [InlineData("""{"profiles":[]}""", "[default]\ntype = bearer\nbearer_token = canary\n")]
    public async Task A_bearer_token_is_refused_with_the_reason(string cli, string ini)
    {
        _chain.Files.Cli(cli);
        _chain.Files.Texts[Path.Combine("/home/u", ".alibabacloud", "credentials.ini")] = ini;
        var error = (await Assert.ThrowsAsync<FlowException>(() => _chain.Create().GetAsync(default))).Error;
        Assert.Equal(ErrorCodes.CredentialsMissing, error.Code);
        Assert.Contains("A bearer token cannot sign calls of OSS or IMM", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _pair.Dispose();

    private string Private(string form) => form switch
    {
        "pem" => _pair.ExportPkcs8PrivateKeyPem(),
        "pkcs1" => _pair.ExportRSAPrivateKeyPem(),
        _ => Convert.ToBase64String(_pair.ExportPkcs8PrivateKey()),
    };

    // The public half checks the signature over a string built here, so that the signer is not its own judge.
    private async Task CheckAsync(string seconds)
    {
        var found = await _chain.Create().GetAsync(default);
        Assert.Equal(("session-id", "session-secret", null), (found.AccessKeyId, found.AccessKeySecret, found.SecurityToken));
        var sent = _chain.Servers.Bodies[0].Split('&').Select(p => p.Split('=')).ToDictionary(p => Uri.UnescapeDataString(p[0]), p => Uri.UnescapeDataString(p[1].Replace('+', ' ')));
        Assert.Equal(("GenerateSessionAccessKey", "pub-1", "SHA256withRSA", "PRIVATEKEY", seconds),
            (sent["Action"], sent["AccessKeyId"], sent["SignatureMethod"], sent["SignatureType"], sent["DurationSeconds"]));
        var signature = Convert.FromBase64String(sent["Signature"]);
        var query = string.Join('&', sent.Where(p => p.Key != "Signature").OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
        Assert.True(_pair.VerifyData(Encoding.UTF8.GetBytes("POST&%2F&" + Uri.EscapeDataString(query)), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}
