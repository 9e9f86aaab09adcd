using System.Text.Json;

namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>Fetches temporary keys from an address that the operator configured.</summary>
public sealed class CredentialsUriClient(HttpClient http)
{
    /// <summary>GETs <paramref name="address"/>; the answer has the ECS metadata shape.</summary>
    public async Task<OssCredentials> GetAsync(string address, string source, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address), cancellationToken);
            if (!answer.IsSuccessStatusCode) throw new CredentialStepException($"The credentials address answered {(int)answer.StatusCode}.");
            return TemporaryKeys.Read(JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken)).RootElement, source);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or UriFormatException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new CredentialStepException($"The credentials address gave no usable answer ({e.GetType().Name}).", e);
        }
    }
}
