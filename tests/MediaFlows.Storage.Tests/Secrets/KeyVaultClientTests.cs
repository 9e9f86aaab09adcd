using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;
using MediaFlows.Storage.Health;
using MediaFlows.Core.Diagnostics;
using MediaFlows.Storage.Secrets;
using MediaFlows.Storage.Tests.Faults;
using MediaFlows.Testing.Time;

namespace MediaFlows.Storage.Tests.Secrets;

public sealed class KeyVaultClientTests
{
    private readonly PipelineFaults _server = new();
    private readonly VirtualTime _time = new();
    private readonly KeyVaultClient _vault;

    public KeyVaultClientTests()
    {
        var options = new SecretClientOptions { DisableChallengeResourceVerification = true };
        options.Retry.MaxRetries = 0;
        _server.Install(options);
        _vault = new KeyVaultClient(new SecretClient(new Uri("https://vault.example"), new NoCredential(), options), _time);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_underscore_is_kept_as_a_dash()
    {
        _server.AnswerNext(200, null, """{"value":"s3cret","id":"https://vault.example/secrets/BYTEPLUS-ACCESSKEY/1","attributes":{"enabled":true}}""");
        Assert.Equal("s3cret", await _vault.ReadAsync("BYTEPLUS_ACCESSKEY", Token));
        Assert.StartsWith("/secrets/BYTEPLUS-ACCESSKEY", _server.LastUri!.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_disabled_or_expired_secret_is_no_secret()
    {
        _server.AnswerNext(404, "SecretNotFound");
        Assert.Null(await _vault.ReadAsync("A", Token));
        _server.AnswerNext(403, "Forbidden", """{"error":{"code":"Forbidden","message":"Operation get is not allowed on a disabled secret."}}""");
        Assert.Null(await _vault.ReadAsync("A", Token));
        var past = _time.GetUtcNow().AddHours(-1).ToUnixTimeSeconds();
        _server.AnswerNext(200, null, $$"""{"value":"old","id":"https://vault.example/secrets/A/1","attributes":{"enabled":true,"exp":{{past}} } }""");
        Assert.Null(await _vault.ReadAsync("A", Token));
    }

    [Fact]
    public async Task A_refusal_and_an_outage_are_told_apart_and_shown_by_the_probe()
    {
        _server.AnswerNext(403, "Forbidden");
        Assert.True((await Assert.ThrowsAsync<VaultException>(() => _vault.ReadAsync("A", Token))).Refused);
        _server.AnswerNext(503);
        Assert.False((await Assert.ThrowsAsync<VaultException>(() => _vault.ReadAsync("A", Token))).Refused);
        _server.AnswerNext(403, "Forbidden");
        Assert.Equal(HealthState.Failed, Assert.Single(await new KeyVaultProbe(_vault).CheckAsync(Token)).State);
        _server.AnswerNext(404, "SecretNotFound");
        Assert.Equal(HealthState.Ok, Assert.Single(await new KeyVaultProbe(_vault).CheckAsync(Token)).State);
        Assert.Equal(HealthState.Skipped, Assert.Single(await new KeyVaultProbe(null).CheckAsync(Token)).State);
    }

    private sealed class NoCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
