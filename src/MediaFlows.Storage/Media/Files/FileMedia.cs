using System.Security.Cryptography;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;
using Microsoft.Win32.SafeHandles;

namespace MediaFlows.Storage.Media.Files;

/// <summary>Files on the embedded host, under its allowed root.</summary>
internal sealed class FileMedia(AllowedRoot root)
{
    private const int BufferBytes = 128 * 1024;

    public MediaInfo Inspect(string file)
    {
        using var handle = Open(file, root.Resolve(file));
        return new MediaInfo(Path.GetFileName(file), RandomAccess.GetLength(handle), MediaTypes.Of(file), Version(handle));
    }

    public Stream Open(string file, long offset, long? length, string? version)
    {
        var handle = Open(file, root.Resolve(file));
        try
        {
            var now = Version(handle);
            if (version is not null && version != now) throw MediaFailures.Changed(file);
            var left = Math.Max(0, RandomAccess.GetLength(handle) - offset);
            if (length > left) throw MediaFailures.Short(file, length.Value - left);
            var stream = new FileStream(handle, FileAccess.Read, BufferBytes);
            stream.Seek(offset, SeekOrigin.Begin);

            // Looked at again behind the last byte: a file that is written to while it is read would otherwise pass.
            return new ExactStream(stream, length ?? left, file, () =>
            {
                if (Version(handle) != now) throw MediaFailures.Changed(file);
            });
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    public async Task<MediaWritten> WriteAsync(string file, Stream content, string? contentType, CancellationToken cancellationToken)
    {
        var path = root.Resolve(file);
        if (Directory.Exists(path)) throw Unreadable(file, "it is a folder");
        var partial = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{RandomNumberGenerator.GetHexString(12, lowercase: true)}.partial");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var (length, sha256) = await CopyAsync(content, partial, cancellationToken);
            File.Move(partial, path, overwrite: true);
            return new MediaWritten(length, sha256, contentType ?? MediaTypes.Of(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(partial);
            throw Unwritable(file, e);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    private static async Task<(long Length, string Sha256)> CopyAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0);
        var buffer = new byte[BufferBytes];
        long length = 0;
        for (int count; (count = await content.ReadAsync(buffer, cancellationToken)) > 0; length += count)
        {
            hash.AppendData(buffer, 0, count);
            await target.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        // The rename below is the moment the file appears; its bytes must be on the disk by then.
        target.Flush(flushToDisk: true);
        return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static SafeFileHandle Open(string file, string path)
    {
        try
        {
            if (Directory.Exists(path)) throw Unreadable(file, "it is a folder");
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FlowException(ErrorCodes.FileNotFound, $"The file {file} does not exist.", "Check the path; a relative one starts at the host's file root.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file, e is UnauthorizedAccessException ? "access is denied" : "the disk reports an error");
        }
    }

    private static string Version(SafeFileHandle handle) => $"{File.GetLastWriteTimeUtc(handle).Ticks:x}-{RandomAccess.GetLength(handle):x}";

    private static FlowException Unreadable(string file, string why) =>
        new(ErrorCodes.FileNotFound, $"The file {file} cannot be read: {why}.", "Check the path and its permissions.");

    private static FlowException Unwritable(string file, Exception e) =>
        new(new FlowError(ErrorCodes.StorageUnavailable, $"The file {file} could not be written; nothing is left of it.")
        {
            Retryable = true,
            Hint = "Check the free space and the permissions of its folder.",
        }, e);
}
