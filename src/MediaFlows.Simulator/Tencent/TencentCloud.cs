using MediaFlows.Simulator.Hosting;
using MediaFlows.Simulator.Tencent.Chat;
using MediaFlows.Simulator.Tencent.Cos;
using MediaFlows.Simulator.Tencent.State;
using MediaFlows.Simulator.Tencent.Vod;

namespace MediaFlows.Simulator.Tencent;

/// <summary>
/// Tencent Cloud VOD: the API of version 2018-07-17, COS uploads and the chat gateway, all on one port and told apart by what a request carries.
/// </summary>
public sealed class TencentCloud : ISimulatedCloud
{
    /// <inheritdoc/>
    public string Name => "tencent";

    /// <inheritdoc/>
    public string OperationOf(HttpContext request)
    {
        if (request.Request.Headers["X-TC-Action"].FirstOrDefault() is { Length: > 0 } action) return action;
        if (request.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal)) return "POST chat";
        if (request.Request.Path.StartsWithSegments("/files", StringComparison.Ordinal)) return "GET file";
        return CosOperations.NameOf(request.Request);
    }

    /// <inheritdoc/>
    public void Map(WebApplication app, CloudContext cloud)
    {
        var state = new TencentState(cloud);
        var vod = new VodEndpoint(state);
        var cos = new CosEndpoint(state);
        var chat = new ChatEndpoint(state);
        app.MapPost("/v1/chat/completions", chat.HandleAsync);
        app.MapGet("/files/{**path}", (string path) =>
            cloud.Files.Find(CosEndpoint.FileKey("/" + path)) is { } file ? Results.File(
                file,
                "application/octet-stream",
                enableRangeProcessing: true) : Results.NotFound());
        app.Map("/{**path}", (HttpContext http) => http.Request.Headers.ContainsKey("X-TC-Action") || CosOperations.IsBareApiCall(http.Request)
            ? vod.HandleAsync(http)
            : cos.HandleAsync(http));
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Environment(Uri baseUri) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["TENCENTCLOUD_SECRET_ID"] = SimulatedAccount.SecretId,
        ["TENCENTCLOUD_SECRET_KEY"] = SimulatedAccount.SecretKey,
        ["TENCENTCLOUD_REGION"] = SimulatedAccount.Region,
        ["TENCENTCLOUD_VOD_SUB_APP_ID"] = SimulatedAccount.AppId.ToString(),
        ["TENCENTCLOUD_VOD_AIGC_TOKEN"] = SimulatedAccount.ChatToken,
        ["TENCENTCLOUD_VOD_ENDPOINT"] = Origin(baseUri),
        ["TENCENTCLOUD_COS_ENDPOINT"] = Origin(baseUri),
        ["TENCENTCLOUD_VOD_AIGC_ENDPOINT"] = Origin(baseUri),
    };

    private static string Origin(Uri baseUri) => baseUri.GetLeftPart(UriPartial.Authority);
}
