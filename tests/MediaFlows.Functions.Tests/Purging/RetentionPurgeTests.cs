using MediaFlows.Core.Catalog;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Functions.Client;
using MediaFlows.Functions.Purging;
using MediaFlows.Functions.Tests.Durable;
using MediaFlows.Testing.Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaFlows.Functions.Tests.Purging;

/// <summary>Finished instances go when their retention is over, and nothing else does.</summary>
public sealed class RetentionPurgeTests
{
    [Fact]
    public async Task What_ended_long_ago_goes_and_what_runs_ended_lately_or_waits_for_a_person_stays()
    {
        await using var host = new DurableContractHost();
        host.Script.Fail("pay", new OutcomeUnknownException(new FlowError(ErrorCodes.ProviderUnavailable, "No answer.")));
        await StartAsync(host, "contract.job", "waits");
        await StartAsync(host, "contract.steps", "old");
        await StartAsync(host, "contract.clean-up", "live");
        await host.Client.SuspendAsync("live", null, default);
        host.Time.Advance(TimeSpan.FromDays(29.5));
        await StartAsync(host, "contract.steps", "late");
        host.Time.Advance(TimeSpan.FromDays(1));

        await Purge(host).RunAsync(host.Hub, default);
        Assert.Equal(["late", "live", "waits"], await IdsAsync(host));
    }

    [Fact]
    public async Task A_child_stays_as_long_as_its_parent()
    {
        await using var host = new DurableContractHost();
        await StartAsync(host, "contract.parent", "p");
        host.Time.Advance(TimeSpan.FromDays(31));
        await Purge(host).RunAsync(host.Hub, default);
        await Purge(host).RunAsync(host.Hub, default);
        Assert.Empty(await IdsAsync(host));

        host.Script.Fail("after");
        await StartAsync(host, "contract.parent", "q");
        host.Time.Advance(TimeSpan.FromDays(29.9));
        await host.Client.RetryAsync("q", new Core.Flows.ResumeDecision(), default);
        await host.EndAsync("q");
        host.Time.Advance(TimeSpan.FromDays(1));
        await Purge(host).RunAsync(host.Hub, default);
        Assert.Equal(["q", "q:child"], await IdsAsync(host));
    }

    private static async Task StartAsync(DurableContractHost host, string flow, string id)
    {
        await host.Client.StartAsync(new FlowStart { Flow = flow, Input = new ContractInput { Steps = ["a"] }, InstanceId = id }, default);
        await host.SettleAsync();
    }

    private static RetentionPurge Purge(DurableContractHost host) => new(
        host.Client, new BoundDurableClient(), new FlowCatalog([], []), host.Time, new ConfigurationBuilder().Build(), NullLogger<RetentionPurge>.Instance);

    private static async Task<IEnumerable<string>> IdsAsync(DurableContractHost host) =>
        (await host.Client.ListAsync(new FlowQuery { IncludeChildren = true }, default)).Items.Select(i => i.Id).Order(StringComparer.Ordinal);
}
