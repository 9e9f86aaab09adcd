using System.Text.Json.Nodes;
using MediaFlows.EndToEnd.Worlds;

namespace MediaFlows.EndToEnd.BadInput;

/// <summary>One host for all wrong input.</summary>
public sealed class BadInputHost : IAsyncDisposable
{
    private HostProcess? _host;

    public async Task<HostProcess> StartedAsync(World world) => _host ??= await world.StartHostAsync(world.Azurite.NewName("bad"));

    /// <summary>Until it is disposed no instance may appear; without one no cloud is called.</summary>
    public async Task<IDisposable> NothingHappensAsync()
    {
        var before = await CountAsync();
        return new Check(() => Assert.Equal(before, CountAsync().GetAwaiter().GetResult()));
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }

    private async Task<int> CountAsync()
    {
        var page = JsonNode.Parse(await _host!.Client.GetStringAsync("/api/flows?top=1000"))!;
        return page["items"]!.AsArray().Count;
    }

    private sealed class Check(Action check) : IDisposable
    {
        public void Dispose() => check();
    }
}
