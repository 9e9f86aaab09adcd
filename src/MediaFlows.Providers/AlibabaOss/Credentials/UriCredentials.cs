namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>Step 6: <c>ALIBABA_CLOUD_CREDENTIALS_URI</c>.</summary>
public sealed class UriCredentials(CredentialSettings settings, CredentialsUriClient uris) : ICredentialStep
{
    /// <inheritdoc/>
    public string Name => "credentials uri";

    /// <inheritdoc/>
    public async Task<OssCredentials?> TryGetAsync(CancellationToken cancellationToken) =>
        settings["ALIBABA_CLOUD_CREDENTIALS_URI"] is { } address ? await uris.GetAsync(address, Name, cancellationToken) : null;
}
