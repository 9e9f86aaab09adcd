using System.Text.Json.Nodes;
using MediaFlows.Cli.Connection;
using MediaFlows.Cli.Console;

namespace MediaFlows.Cli.Demo;

/// <summary>What the demo shows, in order.</summary>
internal sealed class DemoScript(DemoStage stage, Terminal terminal, TimeProvider time)
{
    private const string Space = "demo_space";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await SlowJobsAsync(cancellationToken);

        Title("1. Upload a local file: byteplus.upload-file");
        var upload = await RunAsync("byteplus.upload-file", new JsonObject { ["source"] = new JsonObject { ["file"] = stage.SampleFile }, ["space"] = Space }, null, cancellationToken);

        Title("2. Pull a URL: byteplus.upload-url, with the host killed (SIGKILL) while the job runs");
        var pulled = await RunAsync("byteplus.upload-url", new JsonObject { ["url"] = stage.SampleUrl.ToString(), ["space"] = Space }, "S2_POLL", cancellationToken);

        Title("3. Enhance the uploaded video: byteplus.enhance");
        var enhance = new JsonObject { ["type"] = "Vid", ["video"] = upload?["Vid"]?.GetValue<string>(), ["config"] = "common", ["repair_style"] = 1, ["res"] = "1080p" };
        var enhanced = await RunAsync("byteplus.enhance", enhance, null, cancellationToken);

        Title("Charged submits, as the simulated cloud counted them");
        using var http = new HttpClient { BaseAddress = CloudUri };
        var charges = JsonNode.Parse(await http.GetStringAsync("/_sim/charges", cancellationToken))!;
        terminal.WriteJson(charges);
        var jobs = charges["charges"]!.AsArray().Select(c => c!["subject"]!.ToString()).ToList();
        var paidTwice = jobs.Count != jobs.Distinct(StringComparer.Ordinal).Count();
        var good = upload is not null && pulled is not null && enhanced is not null && !paidTwice;
        terminal.Say(good ? $"{charges["count"]} charged submits, each job once. Nothing was lost." : "Something is wrong: see above.");
        return good ? ExitCodes.Done : ExitCodes.Failed;
    }

    private Uri CloudUri => new($"{stage.CloudEnvironment["VOD_SCHEME"]}://{stage.CloudEnvironment["VOD_HOST"]}");

    // Long enough to be seen and to be killed in the middle.
    private async Task SlowJobsAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = CloudUri };
        using var answer = await http.PutAsync("/_sim/knobs", new StringContent("""{"jobSeconds":4}""", System.Text.Encoding.UTF8, "application/json"), cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<JsonNode?> RunAsync(string pipeline, JsonObject input, string? killAtStage, CancellationToken cancellationToken)
    {
        var id = (await stage.Api.PostAsync($"/api/flows/{pipeline}", input, cancellationToken))!["id"]!.GetValue<string>();
        var killed = killAtStage is null;
        string? shown = null;
        using var killing = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(killing.Token, cancellationToken);
        void Show(JsonObject status)
        {
            var line = "   " + ProgressLine.Of(status);
            if (line != shown) terminal.Say(shown = line);
            if (!killed && status["progress"]?["stage"]?.GetValue<string>() == killAtStage && status["progress"]?["attempt"] is not null) killing.Cancel();
        }

        var status = await new FlowWatcher(stage.Api, time).WaitAsync(id, Show, either.Token);
        if (status is null && !cancellationToken.IsCancellationRequested)
        {
            killed = true;
            terminal.Say("   SIGKILL to the host. The paid job goes on in the cloud; the flow is in storage.");
            stage.KillHost();
            await stage.StartHostAsync(cancellationToken);
            status = await new FlowWatcher(stage.Api, time).WaitAsync(id, Show, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (status!["state"]!.GetValue<string>() == "completed")
        {
            terminal.WriteJson(status["output"]!.DeepClone());
            return status["output"];
        }

        terminal.WriteJson(status["error"]?.DeepClone());
        terminal.Say($"   {pipeline} {id} ended {status["state"]}.");
        return null;
    }

    private void Title(string text) => terminal.Say("\n" + text);
}
