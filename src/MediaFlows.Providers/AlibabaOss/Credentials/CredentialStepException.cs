namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>A source of credentials is set up but cannot give any. Its message never holds file content or an answer's body.</summary>
public sealed class CredentialStepException : Exception
{
    /// <summary>Says why, in words that may be shown.</summary>
    public CredentialStepException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
