using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Queries;
using MediaFlows.Providers.Tencent;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Time;

namespace MediaFlows.Providers.Tests.Tencent;

/// <summary>The simulated cloud and the flows that talk to it, on one virtual clock.</summary>
internal sealed class TencentLab : IAsyncDisposable
{
    private readonly SimulatorHost _simulator;

    private TencentLab(SimulatorHost simulator, VirtualTime time, IReadOnlyDictionary<string, string?>? settings)
    {
        _simulator = simulator;
        Time = time;
        var environment = simulator.Environment.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            if (value is null) environment.Remove(name);
            else environment[name] = value;
        }

        Environment = environment;
        Runner = new InlineFlowRunner(environment, time, null, typeof(TencentModule).Assembly);
    }

    public VirtualTime Time { get; }

    public InlineFlowRunner Runner { get; }

    public IReadOnlyDictionary<string, string> Environment { get; }

    public CloudContext Cloud => _simulator["tencent"];

    public IEnumerable<string> Charged => Cloud.Charges.List().Select(c => c.Operation);

    public static async Task<TencentLab> StartAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var time = new VirtualTime();
        var options = new SimulatorOptions { Clouds = new Dictionary<string, int>(StringComparer.Ordinal) { ["tencent"] = 0 }, Time = time };
        return new TencentLab(await SimulatorHost.StartAsync(options), time, settings);
    }

    public int Requests(string operation) => Cloud.Requests.GetValueOrDefault(operation);

    /// <summary>Puts a media into the library and returns its FileId.</summary>
    public async Task<string> AddMediaAsync(string name = "clip.mp4")
    {
        Runner.Media.Blobs[name] = Encoding.UTF8.GetBytes("bytes of " + name);
        return (await OutputAsync("tencent.upload", $$$"""{"source":{"blob":"{{{name}}}"}}""", "add-" + name))["FileId"]!.ToString();
    }

    /// <summary>Runs a flow that must complete, and returns its output as its owner sees it.</summary>
    public async Task<JsonObject> OutputAsync(string flow, string input, string id = "test") => Reveal(await Runner.RunAsync(flow, input, id: id));

    public JsonObject Reveal(InlineRun run)
    {
        Assert.True(run.Error is null, $"{run.Error?.Message} ({run.Error?.ProviderCode}) {run.Error?.Hint}");
        return Runner.Serializer.Reveal(JsonNode.Parse(run.Output!.Value.GetRawText()), toOwner: true)!.AsObject();
    }

    /// <summary>Body of the planned call of an action.</summary>
    public async Task<JsonObject> PlannedBodyAsync(string flow, string input, string action) =>
        (await Runner.PlanAsync(flow, input)).Single(r => r.Headers.GetValueOrDefault("X-TC-Action") == action).Body!.AsObject();

    public async Task<JsonNode> AskAsync(string query, string input)
    {
        var (asked, read) = Find(query, input);
        return JsonSerializer.SerializeToNode(await asked.RunAsync(read, TestContext.Current.CancellationToken), asked.OutputType, Runner.Serializer.Plain)!;
    }

    public async Task<List<JsonNode>> StreamAsync(string query, string input, List<JsonNode>? into = null)
    {
        var (asked, read) = Find(query, input);
        var pieces = into ?? [];
        await foreach (var piece in ((IStreamingQuery)asked).StreamAsync(read, TestContext.Current.CancellationToken)) pieces.Add(piece);
        return pieces;
    }

    public IReadOnlyList<PlannedRequest> Plan(string query, string input)
    {
        var (asked, read) = Find(query, input);
        return ((IPlannedQuery)asked).Plan(read);
    }

    /// <summary>The error of a start that is refused before anything is sent.</summary>
    public async Task<FlowException> RefusedAsync(string name, string input)
    {
        var before = Cloud.Requests.Values.Sum();
        var error = await Assert.ThrowsAnyAsync<FlowException>(() => Runner.Catalog.FindQuery(name) is null ? Runner.RunAsync(name, input) : AskAsync(name, input));
        Assert.Equal(before, Cloud.Requests.Values.Sum());
        return error;
    }

    /// <summary>Lets the short pauses of a call pass on the virtual clock; its long limits (a chat gives up after two minutes) are left alone.</summary>
    public async Task<T> PacedAsync<T>(Task<T> call)
    {
        while (!call.IsCompleted)
        {
            if (Time.NextDue is { } due && due - Time.GetUtcNow() <= TimeSpan.FromSeconds(45)) Time.AdvanceToNextTimer();
            else await Task.Yield();
        }

        return await call;
    }

    public async ValueTask DisposeAsync()
    {
        await Runner.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    private (IQuery Query, object Input) Find(string query, string input)
    {
        var asked = Runner.Catalog.RequireQuery(query);
        return (asked, Runner.Serializer.ReadInput(JsonDocument.Parse(input).RootElement, asked.InputType));
    }
}
