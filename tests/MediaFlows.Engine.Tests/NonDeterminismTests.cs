using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Engine.Tests.Scripted;
using MediaFlows.Testing.Storage;
using MediaFlows.Testing.Time;

namespace MediaFlows.Engine.Tests;

public sealed class NonDeterminismTests
{
    private readonly VirtualTime _time = new();

    [Fact]
    public async Task Changed_code_stops_the_instance_names_the_step_and_the_old_code_goes_on()
    {
        var blobs = new MemoryBlobStore(_time);
        await using (var old = await Open(blobs, OldCode))
        {
            await old.StartAsync("test.flow", "x", "one");
            await old.SettleAsync();
        }

        await using (var changed = await Open(blobs, ChangedCode))
        {
            await changed.PassAsync(TimeSpan.FromHours(2));
            var stopped = (await changed.Client.GetAsync("one", default))!;
            Assert.Equal(FlowStatus.Running, stopped.Status);
            Assert.Equal(ErrorCodes.NonDeterminism, stopped.Error!.Code);
            Assert.Contains("step 2", stopped.Error.Message, StringComparison.Ordinal);
            Assert.Contains("a timer", stopped.Error.Message, StringComparison.Ordinal);
            Assert.Contains(ErrorCodes.NonDeterminism, stopped.WaitingFor, StringComparison.Ordinal);
            Assert.Equal(1, changed.Monitor.Health.Blocked);
        }

        await using var again = await Open(blobs, OldCode);
        var ended = await again.RunToEndAsync("one");
        Assert.Equal((FlowStatus.Completed, "x!"), (ended.Status, (string?)ended.Output));
    }

    [Fact]
    public async Task A_version_that_is_not_deployed_makes_its_instances_wait()
    {
        var blobs = new MemoryBlobStore(_time);
        await using (var first = await Open(blobs, OldCode))
        {
            await first.StartAsync("test.flow", "x", "one");
            await first.SettleAsync();
        }

        await using (var second = await Open(blobs, OldCode, version: "2"))
        {
            await second.PassAsync(TimeSpan.FromHours(2));
            Assert.Equal(ErrorCodes.VersionNotFound, (await second.Client.GetAsync("one", default))!.Error!.Code);
            await second.Client.TerminateAsync("one", null, default);
            Assert.Equal(FlowStatus.Terminated, (await second.Client.GetAsync("one", default))!.Status);
        }
    }

    [Fact]
    public async Task Old_instances_stay_on_their_version_when_a_new_one_is_deployed_beside_it()
    {
        var blobs = new MemoryBlobStore(_time);
        var one = new ScriptedFlow("test.flow", OldCode);
        var two = new ScriptedFlow("test.flow", ChangedCode, "2");
        await using (var first = await ScriptedHost.StartAsync(ScriptedHost.Echo, null, _time, blobs, one))
        {
            await first.StartAsync("test.flow", "x", "old");
            await first.SettleAsync();
        }

        await using var both = await ScriptedHost.StartAsync(ScriptedHost.Echo, null, _time, blobs, one, two);
        await both.StartAsync("test.flow", "x", "new");
        Assert.Equal(("1", "x!"), await VersionAndOutput(both.RunToEndAsync("old")));
        Assert.Equal(("2", "x?"), await VersionAndOutput(both.RunToEndAsync("new")));
    }

    [Fact]
    public async Task A_flow_that_awaits_something_foreign_fails_instead_of_waiting_for_ever()
    {
        var foreign = new TaskCompletionSource<string>();
        await using var host = await ScriptedHost.StartAsync(new ScriptedFlow("test.flow", (_, _) => foreign.Task));
        await host.StartAsync("test.flow", "x", "one");
        var ended = await host.RunToEndAsync("one");
        Assert.Equal((FlowStatus.Failed, ErrorCodes.NonDeterminism), (ended.Status, ended.Error!.Code));
    }

    private static async Task<(string, string?)> VersionAndOutput(Task<FlowInstance> ended) => ((await ended).Version, (string?)(await ended).Output);

    private static async Task<string> OldCode(FlowContext context, string input)
    {
        var text = await context.Act(input);
        await context.CreateTimer(TimeSpan.FromHours(1));
        return text + "!";
    }

    private static async Task<string> ChangedCode(FlowContext context, string input)
    {
        var text = await context.Act(input);
        await context.Act("another step");
        return text + "?";
    }

    private Task<Testing.Flows.FlowTestHost> Open(MemoryBlobStore blobs, Func<FlowContext, string, Task<string>> code, string version = "1") =>
        ScriptedHost.StartAsync(ScriptedHost.Echo, null, _time, blobs, new ScriptedFlow("test.flow", code, version));
}
