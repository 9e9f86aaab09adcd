using MediaFlows.Core.Errors;
using MediaFlows.Storage.Secrets;
using MediaFlows.Testing.Secrets;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaFlows.Storage.Tests.Secrets;

public sealed class CachedVaultTests
{
    private static readonly VaultException Down = new("Key Vault could not be reached (HttpRequestException).", refused: false);
    private readonly VirtualTime _time = new();
    private readonly FakeVault _vault = new();
    private readonly CachedVault _cache;

    public CachedVaultTests() => _cache = new CachedVault(_vault, new VaultCacheOptions(), _time, NullLogger<CachedVault>.Instance);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_callers_at_once_cost_one_question()
    {
        _vault.Values["KEY"] = "one";
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _cache.GetAsync("KEY", Token).AsTask()));
        Assert.All(answers, a => Assert.Equal("one", a));
        Assert.Equal(1, _vault.Asked);
    }

    [Fact]
    public async Task A_rotated_secret_is_in_use_after_five_minutes_and_not_before()
    {
        _vault.Values["KEY"] = "one";
        await _cache.GetAsync("KEY", Token);
        _vault.Values["KEY"] = "two";
        _time.Advance(TimeSpan.FromMinutes(4.9));
        Assert.Equal("one", await _cache.GetAsync("KEY", Token));
        _time.Advance(TimeSpan.FromMinutes(0.2));
        Assert.Equal("two", await _cache.GetAsync("KEY", Token));
    }

    [Fact]
    public async Task A_missing_secret_is_not_asked_for_again_within_a_minute()
    {
        Assert.Null(await _cache.GetAsync("KEY", Token));
        _vault.Values["KEY"] = "now";
        Assert.Null(await _cache.GetAsync("KEY", Token));
        Assert.Equal(1, _vault.Asked);
        _time.Advance(TimeSpan.FromMinutes(1.1));
        Assert.Equal("now", await _cache.GetAsync("KEY", Token));
    }

    [Fact]
    public async Task While_the_vault_is_down_the_last_answer_serves_and_the_vault_is_left_in_peace()
    {
        _vault.Values["KEY"] = "one";
        await _cache.GetAsync("KEY", Token);
        _vault.Failure = Down;
        _time.Advance(TimeSpan.FromMinutes(6));
        for (var i = 0; i < 10; i++) Assert.Equal("one", await _cache.GetAsync("KEY", Token));
        Assert.Equal(2, _vault.Asked);
        _vault.Failure = null;
        _vault.Values["KEY"] = "two";
        _time.Advance(TimeSpan.FromSeconds(16));
        Assert.Equal("two", await _cache.GetAsync("KEY", Token));
    }

    [Fact]
    public async Task An_answer_of_yesterday_does_not_serve()
    {
        _vault.Values["KEY"] = "one";
        await _cache.GetAsync("KEY", Token);
        _vault.Failure = Down;
        _time.Advance(TimeSpan.FromHours(5));
        var e = await Assert.ThrowsAsync<FlowException>(() => _cache.GetAsync("KEY", Token).AsTask());
        Assert.True(e.Error.Retryable);
    }

    [Fact]
    public async Task A_source_that_cannot_be_asked_is_passed_over_and_its_error_counts_only_where_no_other_helps()
    {
        _vault.Failure = new VaultException("Key Vault answered 403 for the secret KEY.", refused: true);
        var chain = new SecretChain([_cache, new TestSecrets(new Dictionary<string, string> { ["KEY"] = "local", ["BLANK"] = "  " })]);
        Assert.Equal("local", await chain.GetAsync("KEY", Token));
        var e = await Assert.ThrowsAsync<FlowException>(() => chain.GetAsync("OTHER", Token).AsTask());
        Assert.False(e.Error.Retryable);
        _vault.Failure = null;
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await chain.GetAsync("BLANK", Token));
        _vault.Values["KEY"] = "vault";
        Assert.Equal("vault", await new SecretChain([_cache, new TestSecrets(new Dictionary<string, string> { ["KEY"] = "local" })]).GetAsync("KEY", Token));
    }

    [Fact]
    public async Task A_name_that_no_vault_can_hold_is_not_asked_for()
    {
        Assert.Null(await _cache.GetAsync("a/b", Token));
        Assert.Equal(0, _vault.Asked);
    }
}
