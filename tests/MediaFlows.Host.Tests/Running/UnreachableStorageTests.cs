using MediaFlows.Core.Errors;
using MediaFlows.Local;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Host.Tests.Running;

public sealed class UnreachableStorageTests
{
    [Fact]
    public async Task A_host_whose_storage_cannot_be_reached_gives_up_after_its_patience_and_says_what_to_do()
    {
        var folder = Directory.CreateTempSubdirectory("mediaflows-unreachable-");
        var time = new VirtualTime();
        var nobody = FreePorts.Find();
        var log = new StringWriter();
        var key = Convert.ToBase64String(new byte[64]);
        var starting = MediaFlowsHost.CreateAsync(new HostOptions
        {
            ReadEnvironment = false,
            HandleSignals = false,
            Log = log,
            Services = s => s.AddSingleton<TimeProvider>(time),
            Settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
            {
                ["MEDIAFLOWS_HOME"] = folder.FullName,
                ["MEDIAFLOWS_URLS"] = "http://127.0.0.1:0",
                ["AzureWebJobsStorage"] = $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey={key};BlobEndpoint=http://127.0.0.1:{nobody}/a;QueueEndpoint=http://127.0.0.1:{nobody}/a;",
            },
        });
        while (!starting.IsCompleted)
        {
            time.AdvanceToNextTimer();
            await Task.Yield();
        }

        var error = (await Assert.ThrowsAsync<FlowException>(() => starting)).Error;
        Assert.Equal(ErrorCodes.StorageUnavailable, error.Code);
        Assert.Contains("start the host again", error.Hint!, StringComparison.Ordinal);
        Assert.DoesNotContain(key, error.Message, StringComparison.Ordinal);
        var line = Assert.Single(log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("waits for storage", line, StringComparison.Ordinal);
        Assert.DoesNotContain(key, line, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }
}
