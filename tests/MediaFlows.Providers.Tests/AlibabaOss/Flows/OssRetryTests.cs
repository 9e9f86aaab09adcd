using System.Text.Json;
using MediaFlows.Core.Client;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Serialization;
using MediaFlows.Providers.AlibabaOss;
using MediaFlows.Simulator.Faults;
using MediaFlows.Testing.Flows;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using static MediaFlows.Providers.Tests.AlibabaOss.Flows.OssFixture;

namespace MediaFlows.Providers.Tests.AlibabaOss.Flows;

/// <summary>Retrying failed flows on the embedded engine: finished steps are kept, and what clean-up took away comes back.</summary>
public sealed class OssRetryTests(OssFixture fixture) : IClassFixture<OssFixture>
{
    [Theory]
    [InlineData("""["resize:w=50"]""", "GetProcessedObject")]
    [InlineData("""["blindwatermark-embed:content=mine"]""", "GetObject")]
    public async Task A_failed_flow_brings_its_upload_back_when_it_is_retried(string operations, string fails)
    {
        await using var runner = fixture.Runner();
        await using var host = await FlowTestHost.StartAsync(new FlowTestOptions { Modules = [typeof(OssModule).Assembly], Settings = fixture.Host.Environment, Time = fixture.Time });
        host.Media.Blobs["photo.png"] = Picture();
        fixture.Cloud.Faults.Add(new FaultRule { Operation = fails, Kind = FaultKind.Status, Status = 400 });
        var id = await StartAsync(host, $$"""{"uri":{"blob":"photo.png"},"outputPath":{"blob":"out.png"},"operations":{{operations}},"outputMode":"download"}""", "retry-" + fails);
        Assert.Equal(FlowStatus.Failed, (await host.RunToEndAsync(id)).Status);
        Assert.Empty(await LeftAsync(runner));

        await host.Client.RetryAsync(id, new ResumeDecision(), CancellationToken.None);
        var ended = await host.RunToEndAsync(id);
        Assert.True(ended.Status == FlowStatus.Completed, ended.Error?.Message);
        Assert.True(host.Media.Blobs.ContainsKey("out.png"));
        Assert.Empty(await LeftAsync(runner));
    }

    private static async Task<IReadOnlyList<string>> LeftAsync(InlineFlowRunner runner) =>
        [.. (await ListAsync(runner, "_upload_tmp/")).Concat(await ListAsync(runner, "_blindwatermark_tmp/")).Select(o => o.Key)];

    private static async Task<string> StartAsync(FlowTestHost host, string inputJson, string id)
    {
        var flow = host.Catalog.RequireFlow("oss.process");
        var input = host.Services.GetRequiredService<FlowSerializer>().ReadInput(JsonDocument.Parse(inputJson).RootElement, flow.InputType);
        var preparation = new FlowPreparation(host.Services.GetRequiredService<IConfiguration>(), host.Media, services: host.Services);
        return await host.StartAsync("oss.process", await flow.PrepareAsync(input, preparation, CancellationToken.None), id);
    }
}
