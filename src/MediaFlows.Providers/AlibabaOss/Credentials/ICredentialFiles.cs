namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>The few file accesses of the credential chain, so that tests need no home directory.</summary>
public interface ICredentialFiles
{
    /// <summary>The user's home directory.</summary>
    string Home { get; }

    /// <summary>Text of a file, or null when it does not exist.</summary>
    /// <exception cref="CredentialStepException">It exists and cannot be read.</exception>
    string? ReadText(string path);

    /// <summary>True when <see cref="Replace"/> can be expected to work.</summary>
    bool CanReplace(string path);

    /// <summary>Puts <paramref name="text"/> in the place of an existing file at once, with its rights unchanged.</summary>
    /// <exception cref="CredentialStepException">It cannot be written.</exception>
    void Replace(string path, string text);
}
