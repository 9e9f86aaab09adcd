using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Local.Azurite;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.EndToEnd.Survival;

/// <summary>Fault F15 on real processes: Azurite stops under a running host and starts again on the same folder and ports.</summary>
public sealed class StorageRestartTests(Worlds.World world) : IAsyncLifetime
{
    private const int Flows = 6;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mediaflows-restart-");
    private readonly string _hub = world.Azurite.NewName("restart");
    private AzuriteProcess _azurite = null!;
    private SimulatorHost _clouds = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_whose_storage_is_restarted_goes_on_by_itself_and_pays_for_every_job_once()
    {
        await using var host = await StartHostAsync();
        var ids = await StartFlowsAsync(host);
        while (Charged().Count < ids.Count / 2) await Task.Yield();

        await _azurite.DisposeAsync();
        var late = host.Client.PostAsync(
            "/api/flows/byteplus.upload-url?instanceId=late", new StringContent($$"""{"url":"{{Url("late")}}"}""", Encoding.UTF8, "application/json"), Token);
        // The host has noticed by itself what the test knows: whatever it does now, it does without storage.
        await host.WaitForLineAsync(l => l.Contains("waits for storage", StringComparison.Ordinal));
        Assert.False(late.IsCompleted, "A start was answered that no storage holds.");
        _azurite = await _azurite.RestartAsync(Token);

        using (var answer = await late) Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));
        await EndPaidOnceAsync(host, [.. ids, "late"]);
    }

    [Fact]
    public async Task A_host_whose_storage_stays_away_stops_with_MF4001_and_the_next_one_goes_on()
    {
        await using var host = await StartHostAsync(("MEDIAFLOWS_STORAGE_PATIENCE_SECONDS", "1"));
        var ids = await StartFlowsAsync(host);
        // A job whose id is in the ledger must be finished by the next host; one that was answered into the outage may ask a person.
        foreach (var id in ids) while (!await IsPolledAsync(host, id)) await Task.Yield();

        await _azurite.DisposeAsync();
        Assert.Equal(1, await host.ExitAsync());
        var error = JsonNode.Parse(host.Output.Split('\n').Single(l => l.StartsWith('{')))!;
        Assert.Equal("MF4001", (string?)error["code"]);
        Assert.Contains("start the host again", (string?)error["hint"], StringComparison.Ordinal);

        _azurite = await _azurite.RestartAsync(Token);
        await host.RestartAsync();
        await EndPaidOnceAsync(host, ids);
    }

    public async ValueTask InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = Path.Combine(_folder.FullName, "azurite") }, Token);
        _clouds = await SimulatorHost.StartAsync(new SimulatorOptions(), Token);
        _clouds["byteplus"].Knobs["jobSeconds"] = 2;
    }

    public async ValueTask DisposeAsync()
    {
        await _clouds.DisposeAsync();
        await _azurite.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task<bool> IsPolledAsync(Worlds.HostProcess host, string id) => (await host.StatusAsync(id))["progress"]?["providerJobId"] is not null;

    private string Url(string name) => world.VideoUrl($"{_hub}-{name}");

    private Task<Worlds.HostProcess> StartHostAsync(params (string Name, string Value)[] more)
    {
        var settings = Worlds.World.SettingsOf(_clouds);
        settings["AzureWebJobsStorage"] = _azurite.ConnectionString;
        foreach (var (name, value) in more) settings[name] = value;
        return world.StartHostAsync(_hub, settings: settings);
    }

    private async Task<List<string>> StartFlowsAsync(Worlds.HostProcess host)
    {
        var ids = new List<string>();
        for (var i = 0; i < Flows; i++)
        {
            var started = await host.StartFlowAsync("byteplus.upload-url", new JsonObject { ["url"] = Url($"{i}") });
            ids.Add(started["id"]!.GetValue<string>());
        }

        return ids;
    }

    // BytePlus cannot recognise a repeated pull: a second charge of the same URL would be a job that was paid twice.
    private List<string> Charged() => [.. _clouds["byteplus"].Charges.List().Where(c => c.Operation == "UploadMediaByUrl").Select(c => c.Subject)];

    private async Task EndPaidOnceAsync(Worlds.HostProcess host, IReadOnlyList<string> ids)
    {
        foreach (var id in ids) Assert.Equal("completed", (string?)(await host.EndAsync(id))["state"]);
        Assert.Equal(ids.Count, Charged().Count);
        Assert.Equal(ids.Count, Charged().Distinct(StringComparer.Ordinal).Count());
    }
}
