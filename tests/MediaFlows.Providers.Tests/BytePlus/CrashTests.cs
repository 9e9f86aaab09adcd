using MediaFlows.Core.Client;
using MediaFlows.Providers.BytePlus;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Storage;

namespace MediaFlows.Providers.Tests.BytePlus;

/// <summary>The flows on the embedded engine, whose process dies at every activity boundary in turn.</summary>
public sealed class CrashTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int TwoParts = 40 * 1024 * 1024;
    private BytePlusLab _lab = null!;
    private CrashDrill _drill = null!;

    public async ValueTask InitializeAsync()
    {
        _lab = await BytePlusLab.StartAsync();
        _drill = new CrashDrill(typeof(BytePlusModule).Assembly, _lab.Environment, _lab.Time);
    }

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task An_enhancement_is_paid_once_wherever_the_process_dies()
    {
        var input = BytePlusLab.Enhance.Replace("VID", await _lab.UploadSampleAsync(), StringComparison.Ordinal);
        var paid = 0;
        var crashes = await _drill.RunAsync("byteplus.enhance", input, (instance, at, after) =>
        {
            Assert.True(instance.Status == FlowStatus.Completed, $"{at}, after: {after}: {instance.Error?.Message}");
            Assert.Equal(++paid, _lab.Cloud.Charges.Count);
        });
        output.WriteLine($"{crashes} crashes");
        Assert.True(crashes >= 12);
    }

    [Fact]
    public async Task A_pull_makes_one_asset_or_asks_a_person_wherever_the_process_dies()
    {
        var url = new Uri(_lab.Cloud.BaseUri, "/_sim/sample.mp4").AbsoluteUri;
        var accepted = 0;
        var asked = new List<(string At, bool After)>();
        var crashes = await _drill.RunAsync("byteplus.upload-url", $$"""{"url":"{{url}}"}""", (instance, at, after) =>
        {
            var count = _lab.Cloud.Charges.Count - accepted;
            accepted += count;
            Assert.InRange(count, 0, 1);
            if (instance.Status == FlowStatus.NeedsAttention) asked.Add((at, after));
            else Assert.True(instance.Status == FlowStatus.Completed && count == 1, $"{at}, after: {after}: {instance.Status} {instance.Error?.Message}");
        });
        output.WriteLine($"{crashes} crashes");
        Assert.True(crashes >= 12);

        // Only between the intent and the record of the answer does nobody know: after the first write, and before the second.
        Assert.Equal([(MortalLedgerStore.Place, true), (MortalLedgerStore.Place, false)], asked);
    }

    [Fact]
    public async Task A_part_that_was_sent_is_not_sent_again_wherever_the_process_dies()
    {
        var movie = Path.Combine(Path.GetTempPath(), $"mediaflows-crash-{Environment.ProcessId}.mp4");
        await using (var file = File.Create(movie)) file.SetLength(TwoParts);
        var crashes = await _drill.RunAsync("byteplus.upload-file", $$"""{"source":{"file":"{{movie}}"},"parallel":1}""", (instance, at, after) =>
        {
            Assert.True(instance.Status == FlowStatus.Completed, $"{at}, after: {after}: {instance.Error?.Message}");
            var lost = at == "byteplus.send-parts" && after ? 1 : 0;
            Assert.Equal(2 + lost, _lab.Cloud.Requests["PUT part"]);
            _lab.Cloud.Requests.Clear();
        });
        File.Delete(movie);
        output.WriteLine($"{crashes} crashes");
        Assert.Equal(14, crashes);
    }
}
