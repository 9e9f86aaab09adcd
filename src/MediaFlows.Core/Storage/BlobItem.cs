namespace MediaFlows.Core.Storage;

/// <summary>One blob in a listing.</summary>
/// <param name="Name">Full name in the container.</param>
/// <param name="Length">Bytes.</param>
/// <param name="ETag">Version.</param>
/// <param name="LastModified">UTC time of the last write.</param>
public sealed record BlobItem(string Name, long Length, string ETag, DateTimeOffset LastModified);
