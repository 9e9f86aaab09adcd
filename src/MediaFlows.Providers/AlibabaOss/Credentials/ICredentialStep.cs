namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>One source of the documented discovery order.</summary>
public interface ICredentialStep
{
    /// <summary>Name in diagnostics.</summary>
    string Name { get; }

    /// <summary>The credentials, or null when this source is not set up.</summary>
    /// <exception cref="CredentialStepException">It is set up and does not work; the chain records it and goes on.</exception>
    Task<OssCredentials?> TryGetAsync(CancellationToken cancellationToken);
}
