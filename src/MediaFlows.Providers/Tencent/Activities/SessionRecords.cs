using System.Security.Cryptography;
using System.Text;
using MediaFlows.Core.Storage;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>
/// Which task a caller's own SessionId was accepted for. The service answers a repeated one with an error that names no task;
/// with this record the second flow finds the first one's.
/// </summary>
public sealed class SessionRecords(IBlobStore blobs)
{
    /// <summary>Remembers the task of a session.</summary>
    public Task PutAsync(string action, long? subAppId, string sessionId, string taskId, CancellationToken cancellationToken) =>
        blobs.PutAsync(Name(action, subAppId, sessionId), Encoding.UTF8.GetBytes(taskId), BlobCondition.None, cancellationToken);

    /// <summary>The task of a session, or null.</summary>
    public async Task<string?> FindAsync(string action, long? subAppId, string sessionId, CancellationToken cancellationToken) =>
        await blobs.GetAsync(Name(action, subAppId, sessionId), cancellationToken) is { } blob ? Encoding.UTF8.GetString(blob.Bytes.Span) : null;

    private static string Name(string action, long? subAppId, string sessionId) =>
        $"tencent/sessions/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{action}\n{subAppId}\n{sessionId}")))}";
}
