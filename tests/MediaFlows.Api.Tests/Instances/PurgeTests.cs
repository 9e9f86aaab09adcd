using System.Net;
using MediaFlows.Api.Tests.Hosting;
using MediaFlows.Core.Client;

namespace MediaFlows.Api.Tests.Instances;

public sealed class PurgeTests : IAsyncLifetime
{
    private readonly ApiTestHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_ended_instance_is_purged_once()
    {
        _host.Make("p", FlowStatus.Completed);
        using var first = await _host.Http.DeleteAsync("/api/flows/p");
        Assert.Equal(1, (int)(await ApiTestHost.JsonOf(first))["purged"]!);

        using var second = await _host.Http.DeleteAsync("/api/flows/p");
        await second.ShouldBeProblem(HttpStatusCode.NotFound, "MF2001");
    }

    [Fact]
    public async Task A_live_instance_is_not_purged()
    {
        _host.Make("p");
        using var answer = await _host.Http.DeleteAsync("/api/flows/p");
        await answer.ShouldBeProblem(HttpStatusCode.Conflict, "MF2002");
    }

    [Theory]
    [InlineData("?state=failed", 1)]
    [InlineData("?state=failed,completed", 2)]
    [InlineData("?to=2026-01-01T00:00:00Z", 0)]
    [InlineData("?all=true", 2)]
    public async Task A_filter_purges_what_it_names_and_no_live_one(string filter, int purged)
    {
        _host.Make("a", FlowStatus.Failed);
        _host.Make("b", FlowStatus.Completed);
        _host.Make("c");
        using var answer = await _host.Http.DeleteAsync("/api/flows" + filter);

        Assert.Equal(purged, (int)(await ApiTestHost.JsonOf(answer))["purged"]!);
        Assert.NotNull(await _host.Client.GetAsync("c", default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?all=false")]
    [InlineData("?stat=failed")]
    [InlineData("?state=running")]
    public async Task A_purge_without_a_clear_filter_is_refused(string filter)
    {
        _host.Make("a", FlowStatus.Failed);
        using var answer = await _host.Http.DeleteAsync("/api/flows" + filter);

        await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1001");
        Assert.NotNull(await _host.Client.GetAsync("a", default));
    }
}
