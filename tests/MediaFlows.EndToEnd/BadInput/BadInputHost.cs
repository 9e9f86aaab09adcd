using System.Text.Json.Nodes;
using MediaFlows.EndToEnd.Worlds;

namespace MediaFlows.EndToEnd.BadInput;

/// <summary>One host for all wrong input.</summary>
public sealed class BadInputHost : IAsyncDisposable
{
    private HostProcess? _host;

    public async Task<HostProcess> StartedAsync(World world) => _host ??= await world.StartHostAsync(world.Azurite.NewName("bad"));

    /// <summary>Until it is disposed no instance may appear and no job may be charged.</summary>
    public async Task<IDisposable> NothingHappensAsync(World world)
    {
        var before = await CountAsync(world);
        return new Check(() => Assert.Equal(before, CountAsync(world).GetAwaiter().GetResult()));
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }

    private async Task<(int Instances, int Charges)> CountAsync(World world)
    {
        var page = JsonNode.Parse(await _host!.Client.GetStringAsync("/api/flows?top=1000"))!;
        return (page["items"]!.AsArray().Count, world.Clouds["byteplus"].Charges.List().Count);
    }

    private sealed class Check(Action check) : IDisposable
    {
        public void Dispose() => check();
    }
}
