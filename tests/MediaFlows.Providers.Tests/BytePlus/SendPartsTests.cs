using MediaFlows.Core.Activities;
using MediaFlows.Core.Media;
using MediaFlows.Providers.BytePlus.Activities;
using MediaFlows.Providers.BytePlus.Api;
using MediaFlows.Simulator.Faults;

namespace MediaFlows.Providers.Tests.BytePlus;

public sealed class SendPartsTests : IAsyncLifetime
{
    private static readonly PartRange[] Parts = [new(1, 0, 1000), new(2, 1000, 1000), new(3, 2000, 1500)];
    private BytePlusLab _lab = null!;

    public async ValueTask InitializeAsync()
    {
        _lab = await BytePlusLab.StartAsync();
        _lab.Runner.Media.Blobs["big.mp4"] = [.. Enumerable.Range(0, 3500).Select(i => (byte)i)];
    }

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task Parts_of_a_group_that_arrived_before_a_crash_are_not_sent_again()
    {
        var (target, uploadId) = await BeginAsync();
        _lab.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.DropBefore, Operation = "PUT part", Skip = 2 });
        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(target, uploadId));

        var sent = await SendAsync(target, uploadId);

        Assert.Equal(3, sent.Crcs.Count);
        Assert.Equal(5, _lab.Cloud.Requests["PUT part"]); // three tries, then part 1 for its content type and part 3
    }

    [Fact]
    public async Task Parts_whose_bytes_changed_are_sent_again()
    {
        var (target, uploadId) = await BeginAsync();
        await SendAsync(target, uploadId);
        _lab.Runner.Media.Blobs["big.mp4"] = [.. Enumerable.Range(7, 3500).Select(i => (byte)i)];
        await SendAsync(target, uploadId);
        Assert.Equal(6, _lab.Cloud.Requests["PUT part"]);
    }

    private async Task<(UploadTarget Target, string UploadId)> BeginAsync()
    {
        var offer = (UploadOffer)(await RunAsync(ApplyUpload.Ref.Name, new ApplyUploadRequest("demo_space", "big.mp4", ".mp4", 3500)))!;
        var begun = (BegunUpload)(await RunAsync(BeginParts.Ref.Name, offer.Targets[0]))!;
        return (offer.Targets[0], begun.UploadId);
    }

    private async Task<SentParts> SendAsync(UploadTarget target, string uploadId) =>
        (SentParts)(await RunAsync(SendParts.Ref.Name, new SendPartsRequest(target, uploadId, new MediaSource { Blob = "big.mp4" }, null, Parts)))!;

    private Task<object?> RunAsync(string name, object input) =>
        _lab.Runner.Catalog.FindActivity(name)!.RunAsync(new ActivityContext { InstanceId = "test", ActivityName = name }, input, default);
}
