using System.Text.Json;
using MediaFlows.Core.Client;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent;
using MediaFlows.Simulator.Faults;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Time;

namespace MediaFlows.Providers.Tests.Tencent.Flows;

/// <summary>On the real engine: the process dies, answers are dropped, and each job is paid for once.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    private const string Flow = "tencent.aigc-video";
    private readonly VirtualTime _time = new();
    private SimulatorHost _simulator = null!;
    private FlowTestHost _host = null!;

    private CloudContext Cloud => _simulator["tencent"];

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Clouds = new Dictionary<string, int>(StringComparer.Ordinal) { ["tencent"] = 0 }, Time = _time });
        _host = await FlowTestHost.StartAsync(new FlowTestOptions { Modules = [typeof(TencentModule).Assembly], Settings = _simulator.Environment, Time = _time });
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Theory]
    [InlineData(0, FaultKind.DropAfter)]
    [InlineData(1, FaultKind.DropAfter)]
    [InlineData(3, FaultKind.DropBefore)]
    [InlineData(8, FaultKind.DropAfter)]
    public async Task A_crash_at_any_time_and_a_lost_answer_cost_one_job(int seconds, FaultKind kind)
    {
        Cloud.Faults.Add(new FaultRule { Operation = "CreateAigcVideoTask", Kind = kind });
        var id = await StartAsync();
        await _host.PassAsync(TimeSpan.FromSeconds(seconds));
        await _host.CrashAndRestartAsync();
        await _host.PassAsync(TimeSpan.FromSeconds(seconds));
        await _host.CrashAndRestartAsync();

        var instance = await _host.RunToEndAsync(id);

        Assert.Equal(FlowStatus.Completed, instance.Status);
        Assert.Single(Cloud.Charges.List());
    }

    [Fact]
    public async Task An_upload_goes_on_after_a_crash_with_the_parts_that_it_has()
    {
        var bytes = new byte[20 * 1024 * 1024];
        new Random(3).NextBytes(bytes);
        var path = Path.Combine(Directory.CreateTempSubdirectory("mediaflows-tencent-").FullName, "large.mp4");
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        Cloud.Faults.Add(new FaultRule { Operation = "PUT part", Kind = FaultKind.DropBefore, Skip = 2 });
        var id = await StartAsync("tencent.upload", JsonSerializer.Serialize(new { source = new { file = path }, concurrentUploadNumber = 1 }));
        await _host.SettleAsync();
        Assert.Equal(3, Cloud.Requests.GetValueOrDefault("PUT part"));
        await _host.CrashAndRestartAsync();

        var instance = await _host.RunToEndAsync(id);

        Assert.Equal(FlowStatus.Completed, instance.Status);
        Assert.Equal(4, Cloud.Requests.GetValueOrDefault("PUT part"));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    private Task<string> StartAsync() => StartAsync(Flow, """{"model":"Kling","prompt":"waves"}""");

    private async Task<string> StartAsync(string name, string json)
    {
        var flow = _host.Catalog.RequireFlow(name);
        var serializer = (Core.Serialization.FlowSerializer)_host.Services.GetService(typeof(Core.Serialization.FlowSerializer))!;
        var input = serializer.ReadInput(JsonDocument.Parse(json).RootElement, flow.InputType);
        var settings = (Microsoft.Extensions.Configuration.IConfiguration)_host.Services.GetService(typeof(Microsoft.Extensions.Configuration.IConfiguration))!;
        var prepared = await flow.PrepareAsync(input, new FlowPreparation(settings, _host.Media, false, _host.Services), CancellationToken.None);
        return await _host.StartAsync(name, prepared);
    }
}
