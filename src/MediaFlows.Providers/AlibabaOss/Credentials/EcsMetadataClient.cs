using System.Text.Json;

namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>The instance metadata service of an ECS machine: token first (version 2), without it version 1 unless that is disabled.</summary>
public sealed class EcsMetadataClient
{
    private const string RolePath = "/latest/meta-data/ram/security-credentials/";

    // Off ECS the address leads nowhere: the document gives each call one second.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly HttpClient _http;
    private readonly CredentialSettings _settings;
    private readonly TimeProvider _time;

    /// <summary>Uses <paramref name="http"/> for the calls.</summary>
    public EcsMetadataClient(HttpClient http, CredentialSettings settings, TimeProvider time)
    {
        _http = http;
        _settings = settings;
        _time = time;
    }

    /// <summary>Keys of <paramref name="role"/>, or of the role that the machine has.</summary>
    /// <exception cref="CredentialStepException">Not on ECS, no role, or metadata refused.</exception>
    public async Task<OssCredentials> GetAsync(string? role, string source, CancellationToken cancellationToken)
    {
        var token = await TokenAsync(cancellationToken);
        role ??= (await GetTextAsync(RolePath, token, cancellationToken)).Trim();
        if (role.Length == 0) throw new CredentialStepException("This machine has no RAM role.");
        try
        {
            return TemporaryKeys.Read(JsonDocument.Parse(await GetTextAsync(RolePath + Uri.EscapeDataString(role), token, cancellationToken)).RootElement, source);
        }
        catch (JsonException e)
        {
            throw new CredentialStepException("The metadata service answered no JSON.", e);
        }
    }

    private Uri Address(string path) => new(new Uri(_settings["ALIBABA_CLOUD_ECS_METADATA_ENDPOINT"] ?? "http://100.100.100.200"), path);

    private async Task<string?> TokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, Address("/latest/api/token"));
            request.Headers.Add("X-aliyun-ecs-metadata-token-ttl-seconds", "21600");
            return await SendAsync(request, cancellationToken);
        }
        catch (CredentialStepException) when (!_settings.Flag("ALIBABA_CLOUD_IMDSV1_DISABLED"))
        {
            return null;
        }
    }

    private async Task<string> GetTextAsync(string path, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(path));
        if (token is not null) request.Headers.Add("X-aliyun-ecs-metadata-token", token);
        return await SendAsync(request, cancellationToken);
    }

    private async Task<string> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var answer = await _http.SendAsync(request, both.Token);
            return answer.IsSuccessStatusCode
                ? await answer.Content.ReadAsStringAsync(both.Token)
                : throw new CredentialStepException($"The metadata service answered {(int)answer.StatusCode}.");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new CredentialStepException("The metadata service cannot be reached; this is probably no ECS machine.", e);
        }
    }
}
