namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>Step 5: the RAM role of the ECS machine, unless <c>ALIBABA_CLOUD_ECS_METADATA_DISABLED=true</c>; role from <c>ALIBABA_CLOUD_ECS_METADATA</c> or found out.</summary>
public sealed class EcsCredentials(CredentialSettings settings, EcsMetadataClient ecs) : ICredentialStep
{
    /// <inheritdoc/>
    public string Name => "ecs role";

    /// <inheritdoc/>
    public async Task<OssCredentials?> TryGetAsync(CancellationToken cancellationToken) =>
        settings.Flag("ALIBABA_CLOUD_ECS_METADATA_DISABLED") ? null : await ecs.GetAsync(settings["ALIBABA_CLOUD_ECS_METADATA"], Name, cancellationToken);
}
