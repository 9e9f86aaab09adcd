using System.Runtime.InteropServices;

namespace MediaFlows.Storage.Protection;

/// <summary>Gives a file a name that no file has yet, as one step.</summary>
internal static class NewName
{
    private const int FileExists = 17;

    /// <summary>
    /// Moves <paramref name="source"/> to <paramref name="target"/> unless that exists. False when it exists; then the source stays.
    /// Of several processes that try it at once exactly one is told true.
    /// </summary>
    /// <exception cref="IOException">The file cannot be moved for another reason.</exception>
    public static bool TryGive(string source, string target)
    {
        // File.Move without overwriting looks first and renames after, outside Windows: of two that looked at once the second replaces the
        // first one's file. A hard link is refused by the file system itself.
        if (!OperatingSystem.IsWindows())
        {
            if (Link(source, target) == 0)
            {
                File.Delete(source);
                return true;
            }
            if (Marshal.GetLastPInvokeError() == FileExists) return false;
        }

        // Windows, and file systems that know no hard links.
        try
        {
            File.Move(source, target, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(target))
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string source, [MarshalAs(UnmanagedType.LPUTF8Str)] string target);
}
