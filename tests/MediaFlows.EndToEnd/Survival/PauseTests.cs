using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.EndToEnd.Survival;

/// <summary>Contract line 3 on real processes: an owner that was stopped, was replaced and wakes again.</summary>
public sealed class PauseTests(Worlds.World world)
{
    [Fact]
    public async Task Line_3_an_owner_that_slept_through_its_replacement_writes_nothing_more_and_stops_with_MF4003()
    {
        var hub = world.Azurite.NewName("pause");
        var blobs = new HubBlobs(world.Azurite, hub);
        await using var clouds = await SimulatorHost.StartAsync(new SimulatorOptions(), TestContext.Current.CancellationToken);
        clouds["byteplus"].Knobs["jobSeconds"] = 4;
        var settings = Worlds.World.SettingsOf(clouds);
        await using var first = await world.StartHostAsync(hub, settings: settings);
        string[] ids = ["p1", "p2", "p3"];
        foreach (var id in ids) await first.StartFlowAsync("byteplus.upload-url", new JsonObject { ["url"] = world.VideoUrl(id) }, id);

        first.Pause();
        await blobs.DeclareOwnerDeadAsync();
        await using var second = await world.StartHostAsync(hub, first.Folder, settings: settings);

        // The second owner's checkpoint covers the first one's segment, which is deleted: from here on every byte of epoch 1 would be a new one.
        while ((await blobs.AppendsAsync()).ContainsKey(1)) await Task.Yield();
        foreach (var id in ids) Assert.Contains((await second.EndAsync(id))["state"]!.GetValue<string>(), (string[])["completed", "needsAttention"]);

        // It lies in the sleeper's socket already when it wakes, beside its due polls.
        var late = first.Client.PostAsync(
            "/api/flows/byteplus.upload-url?instanceId=late", new StringContent($$"""{"url":"{{world.VideoUrl("late")}}"}""", Encoding.UTF8, "application/json"));
        first.Continue();
        Assert.Equal(1, await first.ExitAsync());
        Assert.Contains("MF4003", first.Output, StringComparison.Ordinal);
        Assert.False(await AcceptedAsync(late));

        var after = await blobs.AppendsAsync();
        Assert.Equal([2L], after.Keys);
        await second.StartFlowAsync("byteplus.upload-url", new JsonObject { ["url"] = world.VideoUrl("late") }, "late");
        Assert.Contains((await second.EndAsync("late"))["state"]!.GetValue<string>(), (string[])["completed", "needsAttention"]);
        var charges = clouds["byteplus"].Charges.List().Where(c => c.Operation == "UploadMediaByUrl").GroupBy(c => c.Subject, StringComparer.Ordinal).ToList();
        Assert.InRange(charges.Count, 1, ids.Length + 1);
        Assert.All(charges, c => Assert.Single(c));
    }

    private static async Task<bool> AcceptedAsync(Task<HttpResponseMessage> start)
    {
        try
        {
            using var answer = await start;
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
