using System.Globalization;

namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>Step 4: <c>~/.alibabacloud/credentials.ini</c> or <c>ALIBABA_CLOUD_CREDENTIALS_FILE</c>, section <c>ALIBABA_CLOUD_PROFILE</c> else <c>default</c>.</summary>
public sealed class IniProfileCredentials(CredentialSettings settings, ICredentialFiles files, StsClient sts, EcsMetadataClient ecs) : ICredentialStep
{
    /// <inheritdoc/>
    public string Name => "credentials file";

    /// <inheritdoc/>
    public async Task<OssCredentials?> TryGetAsync(CancellationToken cancellationToken)
    {
        var path = settings["ALIBABA_CLOUD_CREDENTIALS_FILE"] ?? Path.Combine(files.Home, ".alibabacloud", "credentials.ini");
        if (files.ReadText(path) is not { } text) return null;
        var name = settings["ALIBABA_CLOUD_PROFILE"] ?? "default";
        if (!IniFile.Parse(text).TryGetValue(name, out var section)) throw new CredentialStepException($"The credentials file has no section [{name}].");
        string? Value(string key) => section.GetValueOrDefault(key) is { Length: > 0 } v ? v : null;
        string Require(string key) => Value(key) ?? throw new CredentialStepException($"Section [{name}] of the credentials file has no {key}.");
        OssCredentials Key() => new(Require("access_key_id"), Require("access_key_secret"), Value("security_token"), null, Name);
        switch (Value("type"))
        {
            case "access_key":
                return Key() with { SecurityToken = null };
            case "sts":
                return Key() with { SecurityToken = Require("security_token") };
            case "ram_role_arn":
                return await sts.AssumeRoleAsync(Key(), Require("role_arn"), Value("role_session_name"), null, null, null, Name, cancellationToken);
            case "oidc_role_arn":
                var token = files.ReadText(Require("oidc_token_file_path"))?.Trim() ?? throw new CredentialStepException("The OIDC token file does not exist.");
                return await sts.AssumeRoleWithOidcAsync(
                    Require("role_arn"), Require("oidc_provider_arn"), token, Value("role_session_name"), null, null, Name, cancellationToken);
            case "ecs_ram_role":
                return await ecs.GetAsync(Value("role_name"), Name, cancellationToken);
            case "rsa_key_pair":
                var pem = files.ReadText(Require("private_key_file")) ?? throw new CredentialStepException("The private key file does not exist.");
                using (var key = PrivateKey.Read(pem))
                    return await sts.GenerateSessionAccessKeyAsync(Require("public_key_id"), key, Seconds(Value("session_expiration")), null, Name, cancellationToken);
            case "bearer":
                throw new CredentialStepException(CliProfileCredentials.NoBearer);
            default:
                throw new CredentialStepException($"The type '{Value("type")}' of section [{name}] is not supported here.");
        }
    }

    private static int? Seconds(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var n) ? n : null;
}
