namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>Step 1: <c>ALIBABA_CLOUD_ACCESS_KEY_ID</c>, <c>ALIBABA_CLOUD_ACCESS_KEY_SECRET</c>, optional <c>ALIBABA_CLOUD_SECURITY_TOKEN</c>.</summary>
public sealed class EnvironmentCredentials(CredentialSettings settings) : ICredentialStep
{
    /// <inheritdoc/>
    public string Name => "environment";

    /// <inheritdoc/>
    public async Task<OssCredentials?> TryGetAsync(CancellationToken cancellationToken)
    {
        var id = await settings.SecretAsync("ALIBABA_CLOUD_ACCESS_KEY_ID", cancellationToken);
        var secret = await settings.SecretAsync("ALIBABA_CLOUD_ACCESS_KEY_SECRET", cancellationToken);
        if (id is null && secret is null) return null;
        if (id is null || secret is null)
            throw new CredentialStepException("Only one of ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET is set.");
        return new OssCredentials(id, secret, await settings.SecretAsync("ALIBABA_CLOUD_SECURITY_TOKEN", cancellationToken), null, Name);
    }
}
