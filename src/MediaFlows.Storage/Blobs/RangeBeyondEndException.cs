namespace MediaFlows.Storage.Blobs;

/// <summary>Storage answered 416: the range starts at or behind the end of the blob.</summary>
internal sealed class RangeBeyondEndException : Exception;
