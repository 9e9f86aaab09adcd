using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Engine.Tests.Scripted;

namespace MediaFlows.Engine.Tests.Faults;

/// <summary>Fault F19: readers see an instance whole or not at all while it is purged, and no blob is left.</summary>
public sealed class PurgeRaceTests
{
    private const int Instances = 60;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Readers_see_an_instance_whole_or_not_at_all_while_it_is_purged(bool archived)
    {
        var large = new string('x', 70_000);
        await using var host = await ScriptedHost.StartAsync(new ScriptedFlow("test.flow", (context, input) => context.Act(input)));
        for (var i = 0; i < Instances; i++) await host.StartAsync("test.flow", large, $"i{i}");
        for (var i = 0; i < Instances; i++) await host.RunToEndAsync($"i{i}");
        if (archived) await host.PassAsync(TimeSpan.FromMinutes(1));

        var reading = Enumerable.Range(0, 4).Select(_ => Task.Run(ReadAllAsync)).ToList();
        var purged = await Task.WhenAll(Enumerable.Range(0, Instances).SelectMany(i => (int[])[i, i]).Select(i => Task.Run(() => host.Client.PurgeAsync($"i{i}", default))));
        await Task.WhenAll(reading);

        Assert.Equal(Instances, purged.Count(p => p));
        Assert.Empty((await host.Client.ListAsync(new FlowQuery(), default)).Items);
        await host.SettleAsync();
        await foreach (var item in host.Blobs.ListAsync("hubs/mediaflows/payloads/", default)) Assert.Fail($"{item.Name} is left");

        async Task ReadAllAsync()
        {
            for (var round = 0; round < 3; round++)
            {
                foreach (var item in (await host.Client.ListAsync(new FlowQuery { Top = 1000 }, default)).Items) Assert.StartsWith("i", item.Id, StringComparison.Ordinal);
                for (var i = 0; i < Instances; i++)
                {
                    try
                    {
                        if (await host.Client.GetAsync($"i{i}", default) is { } whole) Assert.Equal((large, large), ((string?)whole.Input, (string?)whole.Output));
                        await foreach (var e in host.Client.HistoryAsync($"i{i}", 0, default)) Assert.NotNull(e.Type);
                    }
                    catch (FlowException e) when (e.Error.Code == ErrorCodes.InstanceNotFound)
                    {
                        // Not at all.
                    }
                }
            }
        }
    }
}
