using System.Text.Json.Nodes;
using MediaFlows.Core.Queries;
using MediaFlows.Providers.VideoEval;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Simulator.Media;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Time;

namespace MediaFlows.Providers.Tests.VideoEval;

/// <summary>The simulated service and the flows on one virtual clock.</summary>
internal sealed class VideoEvalBench : IAsyncDisposable
{
    private VideoEvalBench(SimulatorHost simulator, InlineFlowRunner flows)
    {
        Simulator = simulator;
        Flows = flows;
    }

    public SimulatorHost Simulator { get; }

    public InlineFlowRunner Flows { get; }

    public CloudContext Cloud => Simulator["videoeval"];

    public static async Task<VideoEvalBench> StartAsync(Action<Dictionary<string, string>>? change = null)
    {
        var time = new VirtualTime();
        var simulator = await SimulatorHost.StartAsync(new SimulatorOptions
        {
            Clouds = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["videoeval"] = 0 },
            Time = time,
        });
        var settings = simulator.Environment.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        change?.Invoke(settings);
        var bench = new VideoEvalBench(simulator, new InlineFlowRunner(settings, time, null, typeof(VideoEvalModule).Assembly));
        for (var i = 1; i <= 11; i++) bench.Flows.Media.Blobs[$"video-{i}.mp4"] = SampleVideo.ReadAllBytes();
        return bench;
    }

    /// <summary>Input of a submit with the first <paramref name="count"/> videos.</summary>
    public static string Videos(int count, string more = "") =>
        $$"""{"files":[{{string.Join(',', Enumerable.Range(1, count).Select(i => $$"""{"blob":"video-{{i}}.mp4"}"""))}}]{{more}}}""";

    public Task<InlineRun> SubmitAsync(int count, string more = "", string id = "test") => Flows.RunAsync("videoeval.submit", Videos(count, more), id: id);

    public async Task<JsonNode> AskAsync(string query, string input)
    {
        var found = Flows.Catalog.RequireQuery(query);
        var read = Flows.Serializer.ReadInput(System.Text.Json.JsonDocument.Parse(input).RootElement, found.InputType);
        return System.Text.Json.JsonSerializer.SerializeToNode(await found.RunAsync(read, CancellationToken.None), found.OutputType, Flows.Serializer.Plain)!;
    }

    public int Requests(string operation) => Cloud.Requests.GetValueOrDefault(operation);

    public async ValueTask DisposeAsync()
    {
        await Flows.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
