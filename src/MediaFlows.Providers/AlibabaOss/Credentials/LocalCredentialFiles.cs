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
}
