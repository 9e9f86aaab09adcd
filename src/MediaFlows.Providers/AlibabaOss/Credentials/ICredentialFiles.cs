namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>The few file reads of the credential chain, so that tests need no home directory.</summary>
public interface ICredentialFiles
{
    /// <summary>The user's home directory.</summary>
    string Home { get; }

    /// <summary>Text of a file, or null when it does not exist.</summary>
    /// <exception cref="CredentialStepException">It exists and cannot be read.</exception>
    string? ReadText(string path);
}
