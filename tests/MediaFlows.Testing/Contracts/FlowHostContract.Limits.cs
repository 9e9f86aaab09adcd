using MediaFlows.Core.Client;
using Xunit;

namespace MediaFlows.Testing.Contracts;

public abstract partial class FlowHostContract
{
    [Fact]
    public async Task Jobs_of_a_limited_provider_run_as_many_at_a_time_as_allowed_and_in_order()
    {
        await using var host = await StartHostAsync();
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await Start(host, "limited.job", new ContractInput { Steps = [$"job-{i}"] }));
            await host.SettleAsync();
        }

        Assert.Equal(["job-0", "job-1"], host.Script.Ran);
        await host.Client.CancelAsync(ids[3], null, default);
        foreach (var id in ids.Where(i => i != ids[3])) Assert.Equal(FlowStatus.Completed, (await host.EndAsync(id)).Status);
        Assert.Equal(FlowStatus.Cancelled, (await host.EndAsync(ids[3])).Status);
        Assert.Equal(["job-0", "job-1", "job-2", "job-4"], host.Script.Ran);
        var starts = host.Script.JobEnds.Values.Select(e => e.AddSeconds(-30)).ToList();
        Assert.All(starts, s => Assert.InRange(host.Script.JobEnds.Values.Count(e => e > s && e.AddSeconds(-30) <= s), 1, 2));
    }
}
