using MediaFlows.Core.Errors;
using MediaFlows.Core.Storage;

namespace MediaFlows.Storage.Media;

/// <summary>Errors that a media source or target ends in.</summary>
internal static class MediaFailures
{
    public static FlowException Changed(string what) =>
        new(ErrorCodes.ContentMismatch, $"{what} changed while it was being read.", "Start again: one upload must not mix two versions of a file.");

    public static FlowException Short(string what, long missing) =>
        new(ErrorCodes.ContentMismatch, $"{what} ended {missing} bytes before it should.", "Start again, and look whether something still writes to it.");

    public static FlowException NoBlob(string name) =>
        new(ErrorCodes.BlobNotFound, $"Media storage has no {name}.", $"Upload it first with PUT /api/media/{name}.");

    public static FlowException TooLarge(long limit) =>
        new(ErrorCodes.BodyTooLarge, $"The media is larger than the limit of {limit} bytes.", "Raise MEDIAFLOWS_MEDIA_MAX_BYTES, or send a smaller file.");

    public static FlowException Full(long limit) =>
        new(ErrorCodes.BodyTooLarge, $"Media storage holds its limit of {limit} bytes; nothing was stored.", "Delete media that is no longer needed, or raise MEDIAFLOWS_MEDIA_TOTAL_BYTES.");

    public static FlowException Storage(BlobStoreException e) =>
        new(new FlowError(ErrorCodes.StorageUnavailable, e.Message)
        {
            Retryable = e.Failure is BlobFailure.Unavailable or BlobFailure.Throttled,
            Hint = "Check the storage account with mediaflows doctor.",
        });
}
