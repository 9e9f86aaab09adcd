namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>The real file system.</summary>
public sealed class LocalCredentialFiles : ICredentialFiles
{
    /// <inheritdoc/>
    public string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <inheritdoc/>
    public string? ReadText(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CredentialStepException($"The file {Path.GetFileName(path)} cannot be read ({e.GetType().Name}).", e);
        }
    }

    /// <inheritdoc/>
    public bool CanReplace(string path)
    {
        try
        {
            WriteBeside(path, "");
            File.Delete(Beside(path));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Replace(string path, string text)
    {
        try
        {
            WriteBeside(path, text);
            File.Move(Beside(path), path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CredentialStepException($"The file {Path.GetFileName(path)} cannot be written ({e.GetType().Name}).", e);
        }
    }

    private static string Beside(string path) => $"{path}.mediaflows-{Environment.ProcessId}";

    // The rights are the original's from the first byte on: the text holds keys.
    private static void WriteBeside(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = File.GetUnixFileMode(path);
        using var writer = new StreamWriter(Beside(path), options);
        writer.Write(text);
    }
}
