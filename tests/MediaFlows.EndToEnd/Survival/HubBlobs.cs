using System.Buffers.Binary;
using System.Text.Json.Nodes;
using MediaFlows.Core.Storage;
using MediaFlows.Testing.Azurite;

namespace MediaFlows.EndToEnd.Survival;

/// <summary>A hub's blobs as they lie in storage. Reads the frozen frame of journal records with code of its own.</summary>
internal sealed class HubBlobs(AzuriteFixture azurite, string hub)
{
    private const int FrameSize = 10;
    private const int BatchMark = 1;

    private readonly IBlobStore _blobs = azurite.Account().OpenContainer(hub);

    /// <summary>Appends to the journal by the epoch of their owner.</summary>
    public async Task<Dictionary<long, int>> AppendsAsync()
    {
        var appends = new Dictionary<long, int>();
        await foreach (var item in _blobs.ListAsync($"hubs/{hub}/journal/", TestContext.Current.CancellationToken))
        {
            if (await _blobs.GetAsync(item.Name, TestContext.Current.CancellationToken) is not { } blob) continue;
            var bytes = blob.Bytes.Span;
            for (var at = 0; at < bytes.Length; at += 8 + BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]))
            {
                if ((bytes[at + 9] & 0x7f) != BatchMark) continue;
                var epoch = BinaryPrimitives.ReadInt64LittleEndian(bytes[(at + FrameSize)..]);
                appends[epoch] = appends.GetValueOrDefault(epoch) + 1;
            }
        }

        return appends;
    }

    /// <summary>Makes the owner record name a process that is no more, as after a restart of its machine: the next process takes the hub at once.</summary>
    public async Task DeclareOwnerDeadAsync()
    {
        var name = $"hubs/{hub}/owner";
        var record = JsonNode.Parse((await _blobs.GetAsync(name, TestContext.Current.CancellationToken))!.Bytes.Span)!;
        record["processStart"] = record["processStart"]!.GetValue<long>() - TimeSpan.TicksPerHour;
        await _blobs.PutAsync(name, System.Text.Encoding.UTF8.GetBytes(record.ToJsonString()), BlobCondition.None, TestContext.Current.CancellationToken);
    }
}
