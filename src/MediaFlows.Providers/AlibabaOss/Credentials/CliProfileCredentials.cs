using System.Text.Json;

namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>Step 3: the profile of the vendor command line, unless <c>ALIBABA_CLOUD_CLI_PROFILE_DISABLED=true</c>.</summary>
public sealed class CliProfileCredentials(
    CredentialSettings settings, ICredentialFiles files, StsClient sts, EcsMetadataClient ecs, CredentialsUriClient uris, SignInSession signIn, ExternalCredentials external)
    : ICredentialStep
{
    /// <summary>Why a bearer token is no use here.</summary>
    internal const string NoBearer = "A bearer token cannot sign calls of OSS or IMM, which take access keys only; choose a profile of another mode.";

    // A chain of source profiles longer than this is a loop.
    private const int MaxDepth = 8;

    // RamRoleArnWithRoleName is how the vendor's command line writes RamRoleArnWithEcs.
    private static readonly string[] Modes =
    [
        "AK", "StsToken", "RamRoleArn", "ChainableRamRoleArn", "EcsRamRole", "RamRoleArnWithEcs", "RamRoleArnWithRoleName", "OIDC", "CredentialsURI", "CloudSSO", "OAuth",
        "External", "RsaKeyPair", "BearerToken",
    ];

    /// <inheritdoc/>
    public string Name => "cli profile";

    /// <inheritdoc/>
    public async Task<OssCredentials?> TryGetAsync(CancellationToken cancellationToken)
    {
        if (settings.Flag("ALIBABA_CLOUD_CLI_PROFILE_DISABLED")) return null;
        if (files.ReadText(ConfigPath) is not { } text) return null;
        CliConfig config;
        try
        {
            config = JsonSerializer.Deserialize<CliConfig>(text) ?? new CliConfig();
        }
        catch (JsonException e)
        {
            // The parser's message may quote the file, which holds keys.
            throw new CredentialStepException($"The command-line configuration is no valid JSON (line {e.LineNumber + 1}).");
        }

        var name = settings["ALIBABA_CLOUD_PROFILE"] ?? config.Current ?? "default";
        return await ResolveAsync(config, name, 0, cancellationToken);
    }

    private string ConfigPath => Path.Combine(files.Home, ".aliyun", "config.json");

    private Task<OssCredentials> ResolveAsync(CliConfig config, string name, int depth, CancellationToken cancellationToken)
    {
        if (depth > MaxDepth) throw new CredentialStepException($"The source profiles of '{name}' form a loop.");
        var profile = config.Profiles.Find(p => p.Name == name) ?? throw new CredentialStepException($"There is no command-line profile '{name}'.");
        return ResolveAsync(config, profile, name, depth, cancellationToken);
    }

    private async Task<OssCredentials> ResolveAsync(CliConfig config, CliProfile profile, string name, int depth, CancellationToken cancellationToken)
    {
        switch (Modes.FirstOrDefault(profile.IsMode))
        {
            case "AK":
                return Key(profile, name) with { SecurityToken = null };
            case "StsToken":
                return string.IsNullOrEmpty(profile.StsToken) ? throw Missing(name, "sts_token") : Key(profile, name);
            case "CloudSSO" or "OAuth":
                return await signIn.GetAsync(profile, ConfigPath, Name, cancellationToken);
            case "External":
                var printed = await external.GetAsync(profile.ProcessCommand ?? throw Missing(name, "process_command"), cancellationToken);
                return printed.IsMode("External")
                    ? throw new CredentialStepException($"The process_command of profile '{name}' printed a profile of the mode External again.")
                    : await ResolveAsync(config, printed, name, depth + 1, cancellationToken);
            case "RsaKeyPair":
                using (var key = Credentials.PrivateKey.Read(profile.PrivateKey ?? throw Missing(name, "private_key")))
                    return await sts.GenerateSessionAccessKeyAsync(profile.KeyPairName ?? throw Missing(name, "key_pair_name"), key, profile.ExpiredSeconds, profile.StsRegion, Name, cancellationToken);
            case "BearerToken":
                throw new CredentialStepException(NoBearer);
            case "RamRoleArn":
                return await AssumeAsync(Key(profile, name), profile, name, cancellationToken);
            case "ChainableRamRoleArn":
                var source = await ResolveAsync(config, profile.SourceProfile ?? throw Missing(name, "source_profile"), depth + 1, cancellationToken);
                return await AssumeAsync(source, profile, name, cancellationToken);
            case "EcsRamRole":
                return await ecs.GetAsync(profile.RamRoleName, Name, cancellationToken);
            case "RamRoleArnWithEcs" or "RamRoleArnWithRoleName":
                return await AssumeAsync(await ecs.GetAsync(profile.RamRoleName, Name, cancellationToken), profile, name, cancellationToken);
            case "OIDC":
                var file = profile.OidcTokenFile ?? throw Missing(name, "oidc_token_file");
                var token = files.ReadText(file)?.Trim() ?? throw new CredentialStepException($"The OIDC token file of profile '{name}' does not exist.");
                return await sts.AssumeRoleWithOidcAsync(
                    profile.RamRoleArn ?? throw Missing(name, "ram_role_arn"),
                    profile.OidcProviderArn ?? throw Missing(name, "oidc_provider_arn"),
                    token, profile.RamSessionName, profile.ExpiredSeconds, profile.StsRegion, Name, cancellationToken);
            case "CredentialsURI":
                return await uris.GetAsync(profile.CredentialsUri ?? throw Missing(name, "credentials_uri"), Name, cancellationToken);
            default:
                throw new CredentialStepException($"The mode '{profile.Mode}' of profile '{name}' is not supported here.");
        }
    }

    private Task<OssCredentials> AssumeAsync(OssCredentials by, CliProfile profile, string name, CancellationToken cancellationToken) =>
        sts.AssumeRoleAsync(
            by, profile.RamRoleArn ?? throw Missing(name, "ram_role_arn"), profile.RamSessionName, profile.ExternalId, profile.ExpiredSeconds, profile.StsRegion,
            Name, cancellationToken);

    private OssCredentials Key(CliProfile profile, string name) => new(
        string.IsNullOrEmpty(profile.AccessKeyId) ? throw Missing(name, "access_key_id") : profile.AccessKeyId,
        string.IsNullOrEmpty(profile.AccessKeySecret) ? throw Missing(name, "access_key_secret") : profile.AccessKeySecret,
        string.IsNullOrEmpty(profile.StsToken) ? null : profile.StsToken,
        TemporaryKeys.Time(profile.Expiration),
        Name);

    private static CredentialStepException Missing(string profile, string member) => new($"The command-line profile '{profile}' has no {member}.");
}
