using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.AlibabaOss.Api;
using MediaFlows.Providers.AlibabaOss.Checksums;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>
/// Joins the parts (CompleteMultipartUpload) and compares the checksum of the whole with the parts' own. When an earlier try did it and its answer
/// was lost, the object is recognised by its checksum.
/// </summary>
public sealed class CompleteParts(MultipartClient parts, ObjectClient objects) : Activity<CompletePartsInput, Stored>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<CompletePartsInput, Stored> Ref = new("oss.complete-parts");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<Stored> RunAsync(ActivityContext context, CompletePartsInput input, CancellationToken cancellationToken)
    {
        var size = input.Parts.Sum(p => p.Length);
        try
        {
            var (crc, requestId) = await parts.CompleteAsync(input.Place, input.Key, input.UploadId, input.Parts, cancellationToken);
            Check(crc, input.Parts);
            return new Stored(size, requestId);
        }
        catch (FlowException e) when (e.Error.ProviderCode == "NoSuchUpload")
        {
            if (await objects.FindAsync(input.Place, input.Key, cancellationToken) is { Crc64: { } crc } there && crc == Whole(input.Parts) && there.Length == size)
                return new Stored(size, null);
            throw;
        }
    }

    internal static void Check(ulong? received, IReadOnlyList<PartReceipt> parts)
    {
        if (received is null || received == Whole(parts)) return;
        throw new FlowException(new FlowError(ErrorCodes.ContentMismatch, $"CompleteMultipartUpload: the object's CRC-64 is {received}, but its parts sum up to {Whole(parts)}.")
        {
            Provider = OssNames.Provider, Hint = "Upload the file again.",
        });
    }

    private static ulong Whole(IReadOnlyList<PartReceipt> parts) =>
        parts.OrderBy(p => p.Number).Aggregate(0UL, (sum, part) => Crc64.Combine(sum, part.Crc64, part.Length));
}
