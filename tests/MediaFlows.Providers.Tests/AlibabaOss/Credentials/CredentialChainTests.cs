using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Credentials;

namespace MediaFlows.Providers.Tests.AlibabaOss.Credentials;

public sealed class CredentialChainTests
{
    private const string Temporary = """{"Code":"Success","AccessKeyId":"STS.id-0000001","AccessKeySecret":"sts-secret","SecurityToken":"sts-token","Expiration":"2026-01-15T13:34:56Z"}""";

    private readonly ChainFixture _chain = new();

    [Fact]
    public async Task The_environment_comes_first()
    {
        _chain.Files.Cli("""{"current":"default","profiles":[{"name":"default","mode":"AK","access_key_id":"cli","access_key_secret":"x"}]}""");
        var found = await _chain.Create(("ALIBABA_CLOUD_ACCESS_KEY_ID", "env-id"), ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "env-secret"), ("ALIBABA_CLOUD_SECURITY_TOKEN", "tok")).GetAsync(default);
        Assert.Equal(("env-id", "env-secret", "tok"), (found.AccessKeyId, found.AccessKeySecret, found.SecurityToken));
    }

    [Fact]
    public async Task Half_an_environment_is_passed_over()
    {
        _chain.Files.Cli("""{"current":"work","profiles":[{"name":"work","mode":"StsToken","access_key_id":"cli","access_key_secret":"x","sts_token":"t"}]}""");
        var found = await _chain.Create(("ALIBABA_CLOUD_ACCESS_KEY_ID", "env-id")).GetAsync(default);
        Assert.Equal(("cli", "t"), (found.AccessKeyId, found.SecurityToken));
    }

    [Fact]
    public async Task An_oidc_token_is_exchanged_before_profiles_are_read()
    {
        _chain.Files.Texts["/token"] = "jwt\n";
        _chain.Files.Cli("""{"profiles":[]}""");
        _chain.Servers.Answers["POST https://sts.cn-beijing.aliyuncs.com/"] = $$"""{"Credentials":{{Temporary}}}""";
        var found = await _chain.Create(
            ("ALIBABA_CLOUD_ROLE_ARN", "acs:ram::1:role/r"), ("ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "p"), ("ALIBABA_CLOUD_OIDC_TOKEN_FILE", "/token"),
            ("ALIBABA_CLOUD_STS_REGION", "cn-beijing")).GetAsync(default);
        Assert.Equal("sts-token", found.SecurityToken);
        Assert.Contains("OIDCToken=jwt&", _chain.Servers.Bodies[0] + "&", StringComparison.Ordinal);
        Assert.Contains("Action=AssumeRoleWithOIDC", _chain.Servers.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("DurationSeconds=3600", _chain.Servers.Bodies[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ALIBABA_CLOUD_PROFILE", "other", "second")]
    [InlineData("X", "", "first")]
    public async Task The_cli_profile_is_the_named_or_the_current_one(string name, string value, string expected)
    {
        _chain.Files.Cli("""{"current":"a","profiles":[{"name":"a","mode":"AK","access_key_id":"first","access_key_secret":"x"},{"name":"other","mode":"AK","access_key_id":"second","access_key_secret":"x"}]}""");
        Assert.Equal(expected, (await _chain.Create((name, value)).GetAsync(default)).AccessKeyId);
    }

    [Fact]
    public async Task A_chained_role_profile_assumes_its_role_with_a_signed_call()
    {
        _chain.Files.Cli("""
            {"current":"role","profiles":[
              {"name":"role","mode":"ChainableRamRoleArn","source_profile":"base","ram_role_arn":"acs:ram::1:role/r","external_id":"ext"},
              {"name":"base","mode":"AK","access_key_id":"base-id","access_key_secret":"base-secret"}]}
            """);
        _chain.Servers.Answers["POST https://sts.aliyuncs.com/"] = $$"""{"Credentials":{{Temporary}}}""";
        Assert.Equal("STS.id-0000001", (await _chain.Create().GetAsync(default)).AccessKeyId);
        Assert.Contains("AccessKeyId=base-id", _chain.Servers.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("Signature=", _chain.Servers.Bodies[0], StringComparison.Ordinal);
        Assert.DoesNotContain("base-secret", _chain.Servers.Bodies[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_credentials_file_follows_when_the_cli_is_switched_off()
    {
        _chain.Files.Cli("""{"current":"a","profiles":[{"name":"a","mode":"AK","access_key_id":"cli","access_key_secret":"x"}]}""");
        _chain.Files.Texts[Path.Combine("/home/u", ".alibabacloud", "credentials.ini")] = "# keys\n[default]\ntype = access_key\naccess_key_id = ini\naccess_key_secret = y\n";
        Assert.Equal("ini", (await _chain.Create(("ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "true")).GetAsync(default)).AccessKeyId);
    }

    [Fact]
    public async Task An_ecs_machine_gives_its_role_by_token()
    {
        _chain.Servers.Answers["PUT http://100.100.100.200/latest/api/token"] = "meta-token";
        _chain.Servers.Answers["GET http://100.100.100.200/latest/meta-data/ram/security-credentials/"] = "my-role";
        _chain.Servers.Answers["GET http://100.100.100.200/latest/meta-data/ram/security-credentials/my-role"] = Temporary;
        var found = await _chain.Create().GetAsync(default);
        Assert.Equal(new DateTimeOffset(2026, 1, 15, 13, 34, 56, TimeSpan.Zero), found.Expiration);
        Assert.Equal("meta-token", _chain.Servers.Tokens.Last());
    }

    [Fact]
    public async Task Metadata_version_1_is_used_without_a_token_unless_it_is_disabled()
    {
        _chain.Servers.Answers["GET http://100.100.100.200/latest/meta-data/ram/security-credentials/r"] = Temporary;
        Assert.Equal("sts-secret", (await _chain.Create(("ALIBABA_CLOUD_ECS_METADATA", "r")).GetAsync(default)).AccessKeySecret);
        await Assert.ThrowsAsync<FlowException>(() => _chain.Create(("ALIBABA_CLOUD_ECS_METADATA", "r"), ("ALIBABA_CLOUD_IMDSV1_DISABLED", "true")).GetAsync(default));
    }

    [Fact]
    public async Task The_credentials_uri_is_the_last_resort()
    {
        _chain.Servers.Answers["GET http://keys.local/get"] = Temporary;
        var found = await _chain.Create(("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true"), ("ALIBABA_CLOUD_CREDENTIALS_URI", "http://keys.local/get")).GetAsync(default);
        Assert.Equal("sts-token", found.SecurityToken);
    }

    [Fact]
    public async Task Temporary_keys_are_remembered_and_renewed_a_quarter_of_an_hour_before_they_end()
    {
        _chain.Servers.Answers["GET http://keys.local/get"] = Temporary;
        var chain = _chain.Create(("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true"), ("ALIBABA_CLOUD_CREDENTIALS_URI", "http://keys.local/get"));
        await chain.GetAsync(default);
        _chain.Time.Advance(TimeSpan.FromMinutes(44));
        await chain.GetAsync(default);
        Assert.Equal(1, _chain.Servers.Calls);
        _chain.Time.Advance(TimeSpan.FromMinutes(2));
        await chain.GetAsync(default);
        Assert.Equal(2, _chain.Servers.Calls);
    }

    [Fact]
    public async Task Nothing_found_names_every_source_and_no_secret()
    {
        _chain.Files.Cli("""{"current":"a","profiles":[{"name":"a","mode":"AK","access_key_id":"canary-id","access_key_secret":""}]}""");
        _chain.Files.Texts[Path.Combine("/home/u", ".alibabacloud", "credentials.ini")] = "[default]\ntype = rsa_key_pair\nprivate_key_file = /canary\n";
        var error = (await Assert.ThrowsAsync<FlowException>(() => _chain.Create().GetAsync(default))).Error;
        Assert.Equal(ErrorCodes.CredentialsMissing, error.Code);
        Assert.Contains("environment: not set up", error.Message, StringComparison.Ordinal);
        Assert.Contains("The command-line profile 'a' has no access_key_secret.", error.Message, StringComparison.Ordinal);
        Assert.Contains("The private key file does not exist.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_documented_mask_of_a_key_is_shown()
    {
        Assert.Equal("LTAI****0001", new OssCredentials("LTAI5tTestAccessKey00001", "s").MaskedId);
        Assert.Equal("****", new OssCredentials("12345678", "s").MaskedId);
        Assert.DoesNotContain("secret", new OssCredentials("LTAI5tTestAccessKey00001", "secret", "secret-token", null, "env").ToString(), StringComparison.Ordinal);
    }
}
