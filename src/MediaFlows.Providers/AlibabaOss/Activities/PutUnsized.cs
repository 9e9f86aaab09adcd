using System.Buffers;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Providers.AlibabaOss.Api;
using MediaFlows.Providers.AlibabaOss.Checksums;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Uploads a source whose server does not say its length: read once, cut into parts of fixed size, one part in memory at a time.</summary>
public sealed class PutUnsized(MultipartClient parts, IMediaReader media) : Activity<SendInput, Stored>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<SendInput, Stored> Ref = new("oss.put-unsized");

    private const int PartSize = 8 * 1024 * 1024;

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<Stored> RunAsync(ActivityContext context, SendInput input, CancellationToken cancellationToken)
    {
        var uploadId = await parts.BeginAsync(input.Place, input.Key, input.ContentType, cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(PartSize);
        try
        {
            await using var source = await media.OpenAsync(input.Source, 0, null, input.Version, cancellationToken);
            var sent = new List<PartReceipt>();
            int length;
            do
            {
                length = await source.ReadAtLeastAsync(buffer.AsMemory(0, PartSize), PartSize, throwOnEndOfStream: false, cancellationToken);
                if (length == 0 && sent.Count > 0) break;
                var size = length;
                sent.Add(await parts.SendAsync(
                    input.Place, input.Key, uploadId, sent.Count + 1, _ => Task.FromResult<Stream>(new MemoryStream(buffer, 0, size, writable: false)), size, cancellationToken));
            }
            while (length == PartSize);
            var (crc, requestId) = await parts.CompleteAsync(input.Place, input.Key, uploadId, sent, cancellationToken);
            CompleteParts.Check(crc, sent);
            return new Stored(sent.Sum(p => p.Length), requestId);
        }
        catch (Exception e) when (e is FlowException or IOException or OperationCanceledException)
        {
            // The upload belongs to this try alone, so nothing of it may stay, not even when the host is stopping.
            await parts.AbortAsync(input.Place, input.Key, uploadId, CancellationToken.None);
            throw e is IOException ? new FlowException(new FlowError(ErrorCodes.ProviderUnavailable, "The source broke off while it was read.") { Retryable = true, Hint = "It is read again." }, e) : e;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
