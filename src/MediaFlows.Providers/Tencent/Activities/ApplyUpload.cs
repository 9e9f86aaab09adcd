using System.Text.Json.Nodes;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Secrets;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Api.Cos;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>Asks for a place to upload to (ApplyUpload). Repeating it leaves an unused place behind, nothing else.</summary>
public sealed class ApplyUpload(VodClient client, ISecretSource secrets) : Activity<ApplyUploadRequest, UploadTicket>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<ApplyUploadRequest, UploadTicket> Ref = new("tencent.apply-upload");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<UploadTicket> RunAsync(ActivityContext context, ApplyUploadRequest input, CancellationToken cancellationToken)
    {
        var response = await client.CallAsync(new VodCall("ApplyUpload", input.Body) { Region = input.Region }, cancellationToken);
        var bucket = response.Text("StorageBucket") ?? throw Missing("StorageBucket");
        var region = response.Text("StorageRegion") ?? throw Missing("StorageRegion");
        var certificate = response["TempCertificate"] as JsonObject;
        // Without a temporary certificate the account's own key signs, as the official upload SDK does.
        var target = new CosTarget
        {
            Bucket = bucket,
            Region = region,
            Path = Rooted(response.Text("MediaStoragePath") ?? throw Missing("MediaStoragePath")),
            SecretId = certificate.Text("SecretId") ?? await secrets.RequireAsync(TencentSettings.Provider, cancellationToken, TencentSettings.SecretIdName),
            SecretKey = certificate.Text("SecretKey") ?? await secrets.RequireAsync(TencentSettings.Provider, cancellationToken, TencentSettings.SecretKeyName),
            Token = certificate.Text("Token"),
        };
        return new UploadTicket
        {
            Media = target,
            Cover = response.Text("CoverStoragePath") is { } cover ? target with { Path = Rooted(cover) } : null,
            SessionKey = response.Text("VodSessionKey") ?? throw Missing("VodSessionKey"),
            ExpiresAt = certificate.Number("ExpiredTime") is { } at ? DateTimeOffset.FromUnixTimeSeconds((long)at) : null,
        };
    }

    private static string Rooted(string path) => path.StartsWith('/') ? path : "/" + path;

    private static FlowException Missing(string member) => new(new FlowError(ErrorCodes.ProviderAnswerUnreadable, $"ApplyUpload was answered without {member}.")
    {
        Provider = TencentSettings.Provider,
        Retryable = true,
    });
}
