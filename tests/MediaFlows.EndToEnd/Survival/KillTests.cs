using System.Text.Json.Nodes;
using MediaFlows.Providers.BytePlus.Activities;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.EndToEnd.Survival;

/// <summary>The promise, on real processes: SIGKILL at any instant loses nothing and pays nothing twice.</summary>
public sealed class KillTests(Worlds.World world)
{
    [Fact]
    public async Task Flows_survive_kill_after_kill_and_every_job_is_paid_once()
    {
        var hub = world.Azurite.NewName("kill");
        await using var clouds = await SimulatorHost.StartAsync(new SimulatorOptions(), TestContext.Current.CancellationToken);
        await using var host = await world.StartHostAsync(hub, settings: Worlds.World.SettingsOf(clouds));
        // BytePlus deduplicates by token while a run is unfinished, so the jobs outlast the time in which the product trusts that, however slow this machine is.
        clouds["byteplus"].Knobs["jobSeconds"] = SubmitEnhance.SameTokenWindow.TotalSeconds + 2;
        var upload = await host.EndAsync((await host.StartFlowAsync("byteplus.upload-url", new JsonObject { ["url"] = world.VideoUrl("source") }))["id"]!.GetValue<string>());
        var vid = upload["output"]!["Vid"]!.GetValue<string>();
        string[] configs = ["common", "ugc", "short_series", "aigc", "old_film"];
        var ids = new List<string>();
        foreach (var config in configs)
        {
            var started = await host.StartFlowAsync("byteplus.enhance", new JsonObject { ["type"] = "Vid", ["video"] = vid, ["config"] = config, ["repair_style"] = 1 });
            ids.Add(started["id"]!.GetValue<string>());
        }

        var charges = clouds["byteplus"].Charges;
        for (var kill = 0; kill < 3; kill++)
        {
            host.Kill();
            await host.RestartAsync();
        }

        // A submit that was cut off longer ago than the deduplication is surely good for asks a person instead of paying twice.
        foreach (var id in ids) Assert.Contains((await host.EndAsync(id))["state"]!.GetValue<string>(), (string[])["completed", "needsAttention"]);
        var tokens = charges.List().Where(c => c.Operation == "StartExecution").GroupBy(c => c.ClientToken, StringComparer.Ordinal).ToList();
        Assert.All(tokens, t => Assert.Single(t));
        Assert.InRange(tokens.Count, 1, configs.Length + 1);
    }

    [Fact]
    public async Task A_start_that_was_answered_is_there_after_a_kill_and_its_id_is_taken()
    {
        var hub = world.Azurite.NewName("kill");
        await using var host = await world.StartHostAsync(hub);
        await host.StartFlowAsync("byteplus.upload-url", new JsonObject { ["url"] = world.VideoUrl("started") }, "kept-1");
        host.Kill();
        await host.RestartAsync();
        Assert.Contains((await host.EndAsync("kept-1"))["state"]!.GetValue<string>(), (string[])["completed", "needsAttention"]);
        using var again = await host.Client.PostAsync("/api/flows/byteplus.upload-url?instanceId=kept-1", new StringContent($$"""{"url":"{{world.VideoUrl("started")}}"}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(System.Net.HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task A_second_host_on_the_hub_is_refused_and_the_first_goes_on()
    {
        var hub = world.Azurite.NewName("owner");
        await using var host = await world.StartHostAsync(hub);
        var folder = Directory.CreateTempSubdirectory("mediaflows-second-").FullName;
        await using var second = Local.Processes.ChildProcess.StartDotnet(Worlds.HostProcess.Program, ["serve", "--port", $"{Local.FreePorts.Find()}"], world.HostEnvironment(hub, folder));
        Assert.Equal(2, await second.WaitForExitAsync(TestContext.Current.CancellationToken));
        Assert.Contains("MF4002", string.Join('\n', second.Output), StringComparison.Ordinal);
        var status = await host.EndAsync((await host.StartFlowAsync("byteplus.upload-url", new JsonObject { ["url"] = world.VideoUrl("first") }))["id"]!.GetValue<string>());
        Assert.Equal("completed", status["state"]!.GetValue<string>());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Sigterm_stops_in_good_order_and_the_next_host_goes_on()
    {
        var hub = world.Azurite.NewName("term");
        await using var clouds = await SimulatorHost.StartAsync(new SimulatorOptions(), TestContext.Current.CancellationToken);
        clouds["byteplus"].Knobs["jobSeconds"] = 1;
        await using var host = await world.StartHostAsync(hub, settings: Worlds.World.SettingsOf(clouds));
        var id = (await host.StartFlowAsync("byteplus.upload-url", new JsonObject { ["url"] = world.VideoUrl("term") }))["id"]!.GetValue<string>();
        Assert.Equal(0, await host.StopAsync());
        await host.RestartAsync();
        Assert.Equal("completed", (await host.EndAsync(id))["state"]!.GetValue<string>());
    }
}
