namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>Step 2: a role assumed with an OIDC token file; only when role, provider and file are all named.</summary>
public sealed class OidcCredentials(CredentialSettings settings, ICredentialFiles files, StsClient sts) : ICredentialStep
{
    /// <inheritdoc/>
    public string Name => "oidc";

    /// <inheritdoc/>
    public async Task<OssCredentials?> TryGetAsync(CancellationToken cancellationToken)
    {
        var role = settings["ALIBABA_CLOUD_ROLE_ARN"];
        var provider = settings["ALIBABA_CLOUD_OIDC_PROVIDER_ARN"];
        var file = settings["ALIBABA_CLOUD_OIDC_TOKEN_FILE"];
        if (role is null || provider is null || file is null) return null;
        var token = files.ReadText(file)?.Trim() ?? throw new CredentialStepException("The OIDC token file does not exist.");
        return await sts.AssumeRoleWithOidcAsync(role, provider, token, settings["ALIBABA_CLOUD_ROLE_SESSION_NAME"], null, null, Name, cancellationToken);
    }
}
