using System.Text;
using MediaFlows.Core.Errors;

namespace MediaFlows.Storage.Protection;

/// <summary>Small files with secrets: created so that only their owner can read them, and not used when others can.</summary>
internal static class OwnerOnlyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>The text of the file, or null when there is none.</summary>
    /// <exception cref="FlowException"><c>MF5004</c> when others than the owner may touch it.</exception>
    public static string? Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

            // The rights of the open file, not of the path: nothing can be swapped in between.
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & Others) != UnixFileMode.None)
                throw new FlowException(ErrorCodes.FieldUnreadable, $"The key file {path} may be read or written by others than its owner.", $"Run: chmod 600 {path} - and if it was open to others for long, replace the keys.");
            using var reader = new StreamReader(file, Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FlowException(new FlowError(ErrorCodes.FieldUnreadable, $"The key file {path} cannot be read.") { Hint = "Check its path and its permissions." }, e);
        }
    }

    /// <summary>
    /// The text of the file; where there is none it is created with what <paramref name="create"/> gives. Of several processes that
    /// create it at once one wins, and all of them return its text.
    /// </summary>
    /// <exception cref="FlowException"><c>MF5004</c> as for <see cref="Read"/>, and when it cannot be created.</exception>
    public static string ReadOrCreate(string path, Func<string> create)
    {
        if (Read(path) is { } present) return present;
        Try(path, () =>
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);

            // Written beside its place and put there whole: nobody ever reads half a key, and nobody's key is replaced by another's.
            var partial = Partial(path);
            Write(partial, create());
            if (!NewName.TryGive(partial, path)) File.Delete(partial);
        });
        return Read(path)!;
    }

    /// <summary>Replaces the file.</summary>
    /// <exception cref="FlowException"><c>MF5004</c> when it cannot be written; the old one is left then.</exception>
    public static void Replace(string path, string text) => Try(path, () =>
    {
        var partial = Partial(path);
        Write(partial, text);
        File.Move(partial, path, overwrite: true);
    });

    private static string Partial(string path) => $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.new";

    private static void Try(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FlowException(new FlowError(ErrorCodes.FieldUnreadable, $"The key file {path} cannot be written.") { Hint = "Make its folder writable, or set MEDIAFLOWS_HOME to one that is." }, e);
        }
    }

    private static void Write(string path, string text)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(path, options);
        file.Write(Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }
}
