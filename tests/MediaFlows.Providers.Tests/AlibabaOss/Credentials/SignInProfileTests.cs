using System.Text.Json;
using MediaFlows.Core.Errors;

namespace MediaFlows.Providers.Tests.AlibabaOss.Credentials;

/// <summary>Profiles of the modes CloudSSO and OAuth; formats as in the vendor's aliyun-cli and credentials-go.</summary>
public sealed class SignInProfileTests
{
    private readonly ChainFixture _chain = new();

    private long Now => _chain.Time.GetUtcNow().ToUnixTimeSeconds();

    [Theory]
    [InlineData("CloudSSO")]
    [InlineData("OAuth")]
    public async Task Cached_keys_are_used_while_they_last(string mode)
    {
        _chain.Files.Cli(Profile(mode, sts: Now + 1000, token: Now - 1));
        var found = await _chain.Create().GetAsync(default);
        Assert.Equal(("cached-id", "cached-token"), (found.AccessKeyId, found.SecurityToken));
        Assert.Equal(0, _chain.Servers.Calls);
    }

    [Fact]
    public async Task A_cloud_sso_token_is_exchanged_when_the_cached_keys_have_ended()
    {
        _chain.Files.Cli(Profile("CloudSSO", sts: Now - 1, token: Now + 60));
        _chain.Servers.Answers["POST https://signin.example.com/cloud-credentials"] = $$$"""{"CloudCredential":{{{Keys("AccessKeyId")}}}}""";
        var found = await _chain.Create().GetAsync(default);
        Assert.Equal("fresh-id", found.AccessKeyId);
        Assert.NotNull(found.Expiration);
        Assert.Equal(["POST https://signin.example.com/cloud-credentials Bearer sso-access"], _chain.Servers.Called);
        using var body = JsonDocument.Parse(_chain.Servers.Bodies[0]);
        Assert.Equal(("acc", "conf"), (body.RootElement.GetProperty("AccountId").GetString(), body.RootElement.GetProperty("AccessConfigurationId").GetString()));
    }

    [Fact]
    public async Task Cached_keys_that_still_work_outlive_a_server_that_does_not_answer()
    {
        _chain.Files.Cli(Profile("CloudSSO", sts: Now + 300, token: Now + 60));
        Assert.Equal("cached-id", (await _chain.Create().GetAsync(default)).AccessKeyId);
        Assert.Equal(1, _chain.Servers.Calls);
    }

    [Fact]
    public async Task An_oauth_token_that_still_works_is_exchanged_without_renewal()
    {
        _chain.Files.Cli(Profile("OAuth", sts: Now - 1, token: Now + 1201));
        _chain.Servers.Answers["POST https://oauth.aliyun.com/v1/exchange"] = Keys("accessKeyId");
        Assert.Equal("fresh-token", (await _chain.Create().GetAsync(default)).SecurityToken);
        Assert.Equal(["POST https://oauth.aliyun.com/v1/exchange Bearer oauth-access"], _chain.Servers.Called);
    }

    [Fact]
    public async Task An_oauth_sign_in_is_renewed_and_its_new_tokens_reach_the_file_with_all_else_unchanged()
    {
        var before = Profile("OAuth", sts: Now - 1, token: Now - 1, site: "INTL");
        _chain.Files.Cli(before);
        _chain.Servers.Answers["POST https://oauth.alibabacloud.com/v1/token"] = """{"access_token":"new-access","refresh_token":"new-refresh","expires_in":3600}""";
        _chain.Servers.Answers["POST https://oauth.alibabacloud.com/v1/exchange"] = Keys("accessKeyId");
        Assert.Equal("fresh-id", (await _chain.Create().GetAsync(default)).AccessKeyId);
        Assert.Contains("grant_type=refresh_token&refresh_token=oauth-refresh&client_id=4103531455503354461", _chain.Servers.Bodies[0], StringComparison.Ordinal);
        Assert.EndsWith("Bearer new-access", _chain.Servers.Called[1], StringComparison.Ordinal);
        var expected = before.Replace("oauth-access", "new-access", StringComparison.Ordinal).Replace("oauth-refresh", "new-refresh", StringComparison.Ordinal)
            .Replace($"\"oauth_access_token_expire\":{Now - 1}", $"\"oauth_access_token_expire\":{Now + 3600}", StringComparison.Ordinal);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, JsonDocument.Parse(_chain.Files.Texts[_chain.Files.Config]).RootElement));
    }

    [Fact]
    public async Task A_refresh_token_is_not_used_up_when_its_successor_could_not_be_kept()
    {
        _chain.Files.ReadOnly = true;
        _chain.Files.Cli(Profile("OAuth", sts: Now - 1, token: Now - 1));
        var error = await RefusedAsync();
        Assert.DoesNotContain(_chain.Servers.Called, c => c.Contains("oauth", StringComparison.Ordinal));
        Assert.Contains("config.json cannot be written here", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CloudSSO")]
    [InlineData("OAuth")]
    public async Task A_sign_in_that_has_ended_says_how_to_sign_in_again_and_shows_no_token(string mode)
    {
        _chain.Files.Cli(Profile(mode, sts: Now - 1, token: Now - 1).Replace("oauth-refresh", "", StringComparison.Ordinal));
        var error = await RefusedAsync();
        Assert.Contains($"aliyun configure --profile me --mode {mode}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("cached", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("access", error.Message.Replace("access_key", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    private static string Keys(string style) => style == "AccessKeyId"
        ? """{"AccessKeyId":"fresh-id","AccessKeySecret":"fresh-secret","SecurityToken":"fresh-token","Expiration":"2099-01-15T13:34:56Z"}"""
        : """{"requestId":"r","accessKeyId":"fresh-id","accessKeySecret":"fresh-secret","securityToken":"fresh-token","expiration":"2099-01-15T13:34:56Z"}""";

    private static string Profile(string mode, long sts, long token, string site = "CN") =>
        $$"""
        {"current":"me","meta_path":"","profiles":[{"name":"other","mode":"AK"},{"name":"me","mode":"{{mode}}","region_id":"cn-hangzhou",
         "access_key_id":"cached-id","access_key_secret":"cached-secret","sts_token":"cached-token","sts_expiration":{{sts}},
         "cloud_sso_sign_in_url":"https://signin.example.com/start/login","cloud_sso_account_id":"acc","cloud_sso_access_config":"conf",
         "access_token":"sso-access","cloud_sso_access_token_expire":{{token}},
         "oauth_site_type":"{{site}}","oauth_access_token":"oauth-access","oauth_refresh_token":"oauth-refresh","oauth_access_token_expire":{{token}}
        }]}
        """;

    private async Task<FlowError> RefusedAsync() => (await Assert.ThrowsAsync<FlowException>(() => _chain.Create().GetAsync(default))).Error;
}
