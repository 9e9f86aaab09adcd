using MediaFlows.Core.Errors;
using MediaFlows.Engine.Journal;
using MediaFlows.Engine.Tests.Scripted;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Storage;
using MediaFlows.Testing.Time;

namespace MediaFlows.Engine.Tests;

public sealed class JournalDamageTests
{
    private readonly VirtualTime _time = new();

    [Fact]
    public async Task Every_flipped_byte_is_found_and_nothing_is_started_or_changed()
    {
        var length = (await Segment(await FilledAsync())).Length;
        for (var at = 0; at < length; at += 7)
        {
            var blobs = await FilledAsync();
            var (name, _) = await Segment(blobs);
            blobs.Corrupt(name, bytes => bytes[at] ^= 0x10);
            var error = await Assert.ThrowsAsync<FlowException>(() => Open(blobs));
            Assert.True(error.Error.Code is ErrorCodes.JournalDamaged, $"byte {at}: {error.Error.Code} {error.Message}");
            Assert.Equal(length, (await Segment(blobs)).Length);
        }
    }

    [Fact]
    public async Task An_end_that_is_missing_is_found_wherever_it_was_cut()
    {
        var length = (await Segment(await FilledAsync())).Length;
        for (var kept = 0; kept < length; kept += 11)
        {
            var blobs = await FilledAsync();
            blobs.Corrupt((await Segment(blobs)).Name, bytes => bytes.RemoveRange((int)kept, bytes.Count - (int)kept));
            Assert.Equal(ErrorCodes.JournalDamaged, (await Assert.ThrowsAsync<FlowException>(() => Open(blobs))).Error.Code);
        }
    }

    [Fact]
    public async Task A_journal_that_is_gone_is_not_taken_for_a_new_hub()
    {
        var blobs = await FilledAsync();
        await blobs.DeleteAsync((await Segment(blobs)).Name, null, default);
        Assert.Equal(ErrorCodes.JournalDamaged, (await Assert.ThrowsAsync<FlowException>(() => Open(blobs))).Error.Code);
    }

    [Fact]
    public async Task A_record_of_a_newer_format_is_refused()
    {
        var blobs = await FilledAsync();
        var (name, length) = await Segment(blobs);
        var frame = new byte[RecordFrame.Size];
        RecordFrame.Write(frame, RecordKind.Roll, continues: false, default, default);
        frame[8] = RecordFrame.FormatVersion + 1;
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(4), System.IO.Hashing.Crc32.HashToUInt32(frame.AsSpan(8, 2)));
        await blobs.AppendAsync(name, frame, length, default);
        Assert.Equal(ErrorCodes.JournalTooNew, (await Assert.ThrowsAsync<FlowException>(() => Open(blobs))).Error.Code);
    }

    private async Task<MemoryBlobStore> FilledAsync()
    {
        var blobs = new MemoryBlobStore(_time);
        await using var host = await Open(blobs);
        await host.StartAsync("test.flow", "x", "one");
        await host.RunToEndAsync("one");
        await host.RestartAsync();
        return blobs;
    }

    private Task<FlowTestHost> Open(MemoryBlobStore blobs) =>
        ScriptedHost.StartAsync(ScriptedHost.Echo, null, _time, blobs, new ScriptedFlow("test.flow", (context, input) => context.Act(input)));

    private static async Task<(string Name, long Length)> Segment(MemoryBlobStore blobs)
    {
        (string, long) last = default;
        await foreach (var item in blobs.ListAsync("hubs/mediaflows/journal/", default)) last = (item.Name, item.Length);
        return last;
    }
}
