using MediaFlows.Providers.Jimeng;
using MediaFlows.Providers.Tests.MediaFormats;
using MediaFlows.Simulator.Faults;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Media;
using MediaFlows.Testing.Time;

namespace MediaFlows.Providers.Tests.Jimeng;

/// <summary>The simulated service and the flow on one virtual clock. Results are the small sample.</summary>
internal sealed class JimengBench : IAsyncDisposable
{
    public const string Text = """{"prompt":"a golden retriever in a sunflower field"}""";
    public const string Saved = """{"prompt":"p","saveTo":{"blob":"out/clip.mp4"}}""";

    private static readonly byte[] First = TestImages.Png(640, 360);
    private static readonly byte[] Last = TestJpeg.Head(1280, 720, 70_000);

    private JimengBench(SimulatorHost simulator, InlineFlowRunner flows)
    {
        Simulator = simulator;
        Flows = flows;
    }

    public SimulatorHost Simulator { get; }

    public InlineFlowRunner Flows { get; }

    public CloudContext Cloud => Simulator["jimeng"];

    public static async Task<JimengBench> StartAsync(Action<Dictionary<string, string>>? change = null)
    {
        var time = new VirtualTime();
        var simulator = await SimulatorHost.StartAsync(new SimulatorOptions
        {
            Clouds = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["jimeng"] = 0 },
            Time = time,
        });
        simulator["jimeng"].Knobs["renderer"] = "sample";
        var settings = simulator.Environment.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        change?.Invoke(settings);
        var bench = new JimengBench(simulator, new InlineFlowRunner(settings, time, null, typeof(JimengModule).Assembly));
        bench.Flows.Media.Blobs["first.png"] = First;
        bench.Flows.Media.Blobs["last.jpg"] = Last;
        return bench;
    }

    public Task<InlineRun> RunAsync(string input, bool defaults = false, string id = "test") => Flows.RunAsync("jimeng.generate-video", input, defaults, id);

    public int Requests(string operation) => Cloud.Requests.GetValueOrDefault(operation);

    public void Fault(string operation, FaultKind kind, int times = 1, int status = 500) =>
        Cloud.Faults.Add(new FaultRule { Operation = operation, Kind = kind, Times = times, Status = status });

    public async ValueTask DisposeAsync()
    {
        await Flows.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
