using System.Text;
using MediaFlows.Core.Client;
using MediaFlows.Core.Flows;
using MediaFlows.Host.Tests.Sample;
using MediaFlows.Storage.Queues;
using MediaFlows.Testing.Azurite;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Host.Tests.Running;

public sealed class IngestTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task A_message_starts_its_flow_once_and_one_that_cannot_be_understood_is_kept_with_the_reason()
    {
        var folder = Directory.CreateTempSubdirectory("mediaflows-ingest-");
        var options = new HostOptions
        {
            ReadEnvironment = false,
            HandleSignals = false,
            Log = TextWriter.Null,
            Services = s => s.AddSingleton<IFlow, EchoFlow>(),
            Settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
            {
                ["MEDIAFLOWS_HOME"] = folder.FullName,
                ["MEDIAFLOWS_URLS"] = "http://127.0.0.1:0",
                ["MEDIAFLOWS_HUB"] = azurite.NewName("ingest"),
                ["AzureWebJobsStorage"] = azurite.ConnectionString,
            },
        };
        await using (var host = MediaFlowsHost.Build(options))
        {
            var queue = host.Services.GetRequiredService<MessageQueue>();
            var poison = host.Services.GetRequiredService<PoisonQueue>();
            var client = host.Services.GetRequiredService<IFlowClient>();
            foreach (var body in new[] { Item("k1"), Item("k1"), Item("k2"), "{ no json", """{"pipeline":"host.nothing","input":{}}""" })
                await queue.SendAsync(Encoding.UTF8.GetBytes(body), default);
            await host.StartAsync();

            while (await queue.CountAsync(default) > 0) await Task.Yield();
            var flows = (await client.ListAsync(new FlowQuery(), default)).Items;
            Assert.Equal(2, flows.Count);
            var reasons = (await poison.ListAsync(10, default)).Select(p => p.Reason).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(["MF1003", "MF1004"], reasons.Select(r => r[..6]));
        }

        folder.Delete(recursive: true);
    }

    private static string Item(string key) => $$"""{"pipeline":"host.echo","input":{"text":"{{key}}"},"key":"{{key}}"}""";
}
