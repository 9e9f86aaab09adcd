using System.Net;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Credentials;
using MediaFlows.Testing.Secrets;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Providers.Tests.AlibabaOss.Credentials;

public sealed class CredentialChainTests
{
    private const string Temporary = """{"Code":"Success","AccessKeyId":"STS.id-0000001","AccessKeySecret":"sts-secret","SecurityToken":"sts-token","Expiration":"2026-01-15T13:34:56Z"}""";

    private readonly VirtualTime _time = new();
    private readonly FakeFiles _files = new();
    private readonly FakeServers _servers = new();

    [Fact]
    public async Task The_environment_comes_first()
    {
        _files.Cli("""{"current":"default","profiles":[{"name":"default","mode":"AK","access_key_id":"cli","access_key_secret":"x"}]}""");
        var found = await Chain(("ALIBABA_CLOUD_ACCESS_KEY_ID", "env-id"), ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "env-secret"), ("ALIBABA_CLOUD_SECURITY_TOKEN", "tok")).GetAsync(default);
        Assert.Equal(("env-id", "env-secret", "tok"), (found.AccessKeyId, found.AccessKeySecret, found.SecurityToken));
    }

    [Fact]
    public async Task Half_an_environment_is_passed_over()
    {
        _files.Cli("""{"current":"work","profiles":[{"name":"work","mode":"StsToken","access_key_id":"cli","access_key_secret":"x","sts_token":"t"}]}""");
        var found = await Chain(("ALIBABA_CLOUD_ACCESS_KEY_ID", "env-id")).GetAsync(default);
        Assert.Equal(("cli", "t"), (found.AccessKeyId, found.SecurityToken));
    }

    [Fact]
    public async Task An_oidc_token_is_exchanged_before_profiles_are_read()
    {
        _files.Texts["/token"] = "jwt\n";
        _files.Cli("""{"profiles":[]}""");
        _servers.Answers["POST https://sts.cn-beijing.aliyuncs.com/"] = $$"""{"Credentials":{{Temporary}}}""";
        var found = await Chain(
            ("ALIBABA_CLOUD_ROLE_ARN", "acs:ram::1:role/r"), ("ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "p"), ("ALIBABA_CLOUD_OIDC_TOKEN_FILE", "/token"),
            ("ALIBABA_CLOUD_STS_REGION", "cn-beijing")).GetAsync(default);
        Assert.Equal("sts-token", found.SecurityToken);
        Assert.Contains("OIDCToken=jwt&", _servers.Bodies[0] + "&", StringComparison.Ordinal);
        Assert.Contains("Action=AssumeRoleWithOIDC", _servers.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("DurationSeconds=3600", _servers.Bodies[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ALIBABA_CLOUD_PROFILE", "other", "second")]
    [InlineData("X", "", "first")]
    public async Task The_cli_profile_is_the_named_or_the_current_one(string name, string value, string expected)
    {
        _files.Cli("""{"current":"a","profiles":[{"name":"a","mode":"AK","access_key_id":"first","access_key_secret":"x"},{"name":"other","mode":"AK","access_key_id":"second","access_key_secret":"x"}]}""");
        Assert.Equal(expected, (await Chain((name, value)).GetAsync(default)).AccessKeyId);
    }

    [Fact]
    public async Task A_chained_role_profile_assumes_its_role_with_a_signed_call()
    {
        _files.Cli("""
            {"current":"role","profiles":[
              {"name":"role","mode":"ChainableRamRoleArn","source_profile":"base","ram_role_arn":"acs:ram::1:role/r","external_id":"ext"},
              {"name":"base","mode":"AK","access_key_id":"base-id","access_key_secret":"base-secret"}]}
            """);
        _servers.Answers["POST https://sts.aliyuncs.com/"] = $$"""{"Credentials":{{Temporary}}}""";
        Assert.Equal("STS.id-0000001", (await Chain().GetAsync(default)).AccessKeyId);
        Assert.Contains("AccessKeyId=base-id", _servers.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("Signature=", _servers.Bodies[0], StringComparison.Ordinal);
        Assert.DoesNotContain("base-secret", _servers.Bodies[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_credentials_file_follows_when_the_cli_is_switched_off()
    {
        _files.Cli("""{"current":"a","profiles":[{"name":"a","mode":"AK","access_key_id":"cli","access_key_secret":"x"}]}""");
        _files.Texts[Path.Combine("/home/u", ".alibabacloud", "credentials.ini")] = "# keys\n[default]\ntype = access_key\naccess_key_id = ini\naccess_key_secret = y\n";
        Assert.Equal("ini", (await Chain(("ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "true")).GetAsync(default)).AccessKeyId);
    }

    [Fact]
    public async Task An_ecs_machine_gives_its_role_by_token()
    {
        _servers.Answers["PUT http://100.100.100.200/latest/api/token"] = "meta-token";
        _servers.Answers["GET http://100.100.100.200/latest/meta-data/ram/security-credentials/"] = "my-role";
        _servers.Answers["GET http://100.100.100.200/latest/meta-data/ram/security-credentials/my-role"] = Temporary;
        var found = await Chain().GetAsync(default);
        Assert.Equal(new DateTimeOffset(2026, 1, 15, 13, 34, 56, TimeSpan.Zero), found.Expiration);
        Assert.Equal("meta-token", _servers.Tokens.Last());
    }

    [Fact]
    public async Task Metadata_version_1_is_used_without_a_token_unless_it_is_disabled()
    {
        _servers.Answers["GET http://100.100.100.200/latest/meta-data/ram/security-credentials/r"] = Temporary;
        Assert.Equal("sts-secret", (await Chain(("ALIBABA_CLOUD_ECS_METADATA", "r")).GetAsync(default)).AccessKeySecret);
        await Assert.ThrowsAsync<FlowException>(() => Chain(("ALIBABA_CLOUD_ECS_METADATA", "r"), ("ALIBABA_CLOUD_IMDSV1_DISABLED", "true")).GetAsync(default));
    }

    [Fact]
    public async Task The_credentials_uri_is_the_last_resort()
    {
        _servers.Answers["GET http://keys.local/get"] = Temporary;
        var found = await Chain(("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true"), ("ALIBABA_CLOUD_CREDENTIALS_URI", "http://keys.local/get")).GetAsync(default);
        Assert.Equal("sts-token", found.SecurityToken);
    }

    [Fact]
    public async Task Temporary_keys_are_remembered_and_renewed_a_quarter_of_an_hour_before_they_end()
    {
        _servers.Answers["GET http://keys.local/get"] = Temporary;
        var chain = Chain(("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true"), ("ALIBABA_CLOUD_CREDENTIALS_URI", "http://keys.local/get"));
        await chain.GetAsync(default);
        _time.Advance(TimeSpan.FromMinutes(44));
        await chain.GetAsync(default);
        Assert.Equal(1, _servers.Calls);
        _time.Advance(TimeSpan.FromMinutes(2));
        await chain.GetAsync(default);
        Assert.Equal(2, _servers.Calls);
    }

    [Fact]
    public async Task Nothing_found_names_every_source_and_no_secret()
    {
        _files.Cli("""{"current":"a","profiles":[{"name":"a","mode":"AK","access_key_id":"canary-id","access_key_secret":""}]}""");
        _files.Texts[Path.Combine("/home/u", ".alibabacloud", "credentials.ini")] = "[default]\ntype = rsa_key_pair\naccess_key_secret = canary\n";
        var error = (await Assert.ThrowsAsync<FlowException>(() => Chain().GetAsync(default))).Error;
        Assert.Equal(ErrorCodes.CredentialsMissing, error.Code);
        Assert.Contains("environment: not set up", error.Message, StringComparison.Ordinal);
        Assert.Contains("The command-line profile 'a' has no access_key_secret.", error.Message, StringComparison.Ordinal);
        Assert.Contains("rsa_key_pair", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_documented_mask_of_a_key_is_shown()
    {
        Assert.Equal("LTAI****0001", new OssCredentials("LTAI5tTestAccessKey00001", "s").MaskedId);
        Assert.Equal("****", new OssCredentials("12345678", "s").MaskedId);
        Assert.DoesNotContain("secret", new OssCredentials("LTAI5tTestAccessKey00001", "secret", "secret-token", null, "env").ToString(), StringComparison.Ordinal);
    }

    private CredentialChain Chain(params (string Name, string Value)[] settings)
    {
        var values = settings.ToDictionary(s => s.Name, s => s.Value);
        var read = new CredentialSettings(new ConfigurationBuilder().AddInMemoryCollection(values!).Build(), new TestSecrets(values));
        var http = new HttpClient(_servers);
        var sts = new StsClient(http, read, _time);
        var ecs = new EcsMetadataClient(http, read, _time);
        var uris = new CredentialsUriClient(http);
        return new CredentialChain(
            [
                new EnvironmentCredentials(read), new OidcCredentials(read, _files, sts), new CliProfileCredentials(read, _files, sts, ecs, uris),
                new IniProfileCredentials(read, _files, sts, ecs), new EcsCredentials(read, ecs), new UriCredentials(read, uris),
            ],
            _time);
    }

    private sealed class FakeFiles : ICredentialFiles
    {
        public Dictionary<string, string> Texts { get; } = [];

        public string Home => "/home/u";

        public void Cli(string json) => Texts[Path.Combine(Home, ".aliyun", "config.json")] = json;

        public string? ReadText(string path) => Texts.GetValueOrDefault(path);
    }

    private sealed class FakeServers : HttpMessageHandler
    {
        public Dictionary<string, string> Answers { get; } = [];

        public List<string> Bodies { get; } = [];

        public List<string> Tokens { get; } = [];

        public int Calls { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            if (request.Content is not null) Bodies.Add(await request.Content.ReadAsStringAsync(cancellationToken));
            if (request.Headers.TryGetValues("X-aliyun-ecs-metadata-token", out var token)) Tokens.AddRange(token);
            return Answers.TryGetValue($"{request.Method} {request.RequestUri}", out var answer)
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer) }
                : new HttpResponseMessage(HttpStatusCode.NotFound);
        }
    }
}
