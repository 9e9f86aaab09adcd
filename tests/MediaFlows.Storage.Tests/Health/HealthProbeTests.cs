using MediaFlows.Core.Diagnostics;
using MediaFlows.Storage.Accounts;
using MediaFlows.Storage.Health;
using MediaFlows.Testing.Azurite;
using MediaFlows.Testing.Time;

namespace MediaFlows.Storage.Tests.Health;

public sealed class HealthProbeTests(AzuriteFixture azurite)
{
    private static readonly StorageOptions Dead = new()
    {
        ConnectionString = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Zm9v;BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Storage_that_answers_is_well_and_is_not_changed_by_the_check()
    {
        var options = new StorageOptions { Hub = azurite.NewName("hub") };
        var account = azurite.Account(o => o.Hub = options.Hub);
        foreach (var _ in (int[])[1, 2])
        {
            var findings = await new StorageProbe(account, options).CheckAsync(Token);
            Assert.All(findings, f => Assert.Equal(HealthState.Ok, f.State));
            Assert.Contains("created at the first use", findings[0].Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Storage_that_is_missing_or_not_set_is_a_finding_and_no_exception()
    {
        foreach (var options in (StorageOptions[])[Dead, new(), new() { ConnectionString = "AccountKey=c4n4ry;nonsense" }])
        {
            var account = new StorageAccount(options);
            var findings = await new StorageProbe(account, options).CheckAsync(Token);
            Assert.All(findings, f => Assert.Equal(HealthState.Failed, f.State));
            Assert.All(findings, f => Assert.DoesNotContain("c4n4ry", f.Detail, StringComparison.Ordinal));
            Assert.Equal(HealthState.Skipped, Assert.Single(await new ClockProbe(account, options, TimeProvider.System).CheckAsync(Token)).State);
        }
    }

    [Theory]
    [InlineData(0, HealthState.Ok)]
    [InlineData(5, HealthState.Warning)]
    [InlineData(-5, HealthState.Warning)]
    [InlineData(20, HealthState.Failed)]
    [InlineData(-20, HealthState.Failed)]
    public async Task A_clock_that_is_off_is_told_by_the_servers_date(int minutes, HealthState expected)
    {
        var time = new VirtualTime(TimeProvider.System.GetUtcNow().AddMinutes(minutes));
        Assert.Equal(expected, Assert.Single(await new ClockProbe(azurite.Account(), new StorageOptions(), time).CheckAsync(Token)).State);
    }
}
