using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Client;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Storage;
using MediaFlows.Engine.Journal;
using MediaFlows.Engine.Tests.Scripted;
using MediaFlows.Testing.Storage;
using MediaFlows.Testing.Time;

namespace MediaFlows.Engine.Tests;

/// <summary>
/// Hubs as earlier code wrote them, kept as files and never made anew: checkpoint, events, archive, payloads. Later code reads them and goes on.
/// </summary>
public sealed class FrozenJournalTests
{
    private readonly VirtualTime _time = new(new DateTimeOffset(2026, 1, 20, 0, 0, 0, TimeSpan.Zero));
    private readonly List<string> _ran = [];

    [Theory]
    [InlineData("journal-1")]
    public async Task A_hub_of_an_earlier_release_is_read_and_its_flows_go_on(string frozen)
    {
        var large = new string('x', 70_000);
        await using var host = await ScriptedHost.StartAsync(Act, null, _time, await ThawAsync(frozen), Flow);
        var waiting = (await host.Client.GetAsync("waiting", default))!;
        Assert.Equal((FlowStatus.Running, "b1", "x", "nobody"), (waiting.Status, waiting.Batch, waiting.Tags!["who"], waiting.NotifyInstanceId));
        Assert.Equal("gone now", (string?)(await host.Client.GetAsync("archived", default))!.Output);
        foreach (var id in (string[])["waiting", "large", "after"])
        {
            await host.Client.RaiseEventAsync(id, "go", JsonSerializer.SerializeToElement("on"), default);
            var ended = await host.RunToEndAsync(id);
            Assert.Equal((FlowStatus.Completed, (id == "large" ? large : id) + " on"), (ended.Status, (string?)ended.Output));
        }

        Assert.Empty(_ran);
        Assert.Equal(4, (await host.Client.ListAsync(new FlowQuery(), default)).Items.Count);
        Assert.True(await host.Client.PurgeAsync("large", default));
    }

    [Fact]
    public void The_formats_that_this_release_reads_are_all_kept_as_files() =>
        Assert.Equal(Enumerable.Range(1, RecordFrame.FormatVersion).Select(n => $"journal-{n}"), typeof(FrozenJournalTests).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal));

    private static ScriptedFlow Flow => new("test.flow", async (context, input) =>
    {
        var first = await context.Act(input);
        return first + " " + await context.WaitForExternalEvent<string>("go");
    });

    private Task<string> Act(Core.Activities.ActivityContext context, string input, CancellationToken cancellationToken)
    {
        _ran.Add(input);
        return Task.FromResult(input);
    }

    private async Task<MemoryBlobStore> ThawAsync(string frozen)
    {
        var blobs = new MemoryBlobStore(_time);
        await using var file = typeof(FrozenJournalTests).Assembly.GetManifestResourceStream(frozen)!;
        foreach (var (name, content) in (await JsonNode.ParseAsync(file, cancellationToken: default))!.AsObject())
        {
            using var packed = new GZipStream(new MemoryStream(Convert.FromBase64String((string)content!)), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            await packed.CopyToAsync(bytes);
            if (name.Contains("/journal/", StringComparison.Ordinal) || name.Contains("/finished/", StringComparison.Ordinal))
            {
                await blobs.CreateAppendAsync(name, default);
                await blobs.AppendAsync(name, bytes.ToArray(), 0, default);
            }
            else
            {
                await blobs.PutAsync(name, bytes.ToArray(), BlobCondition.None, default);
            }
        }

        return blobs;
    }
}
