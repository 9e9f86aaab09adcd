using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Simulator.Tencent.Auth;
using MediaFlows.Simulator.Tencent.State;

namespace MediaFlows.Simulator.Tencent.Vod;

/// <summary>The API: common headers, signature, rate, members, then the action; always HTTP 200 with the envelope.</summary>
internal sealed class VodEndpoint(TencentState state)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, Func<VodRequest, JsonObject>> Actions = new(StringComparer.Ordinal)
    {
        ["ApplyUpload"] = UploadActions.Apply,
        ["CommitUpload"] = UploadActions.Commit,
        ["ParseStreamingManifest"] = UploadActions.ParseManifest,
        ["PullUpload"] = SubmitActions.PullUpload,
        ["DescribeMediaInfos"] = MediaActions.Describe,
        ["SearchMedia"] = MediaActions.Search,
        ["SearchMediaBySemantics"] = MediaActions.SearchBySemantics,
        ["ProcessMedia"] = SubmitActions.ProcessMedia,
        ["ProcessMediaByProcedure"] = SubmitActions.ProcessByProcedure,
        ["ProcessImageAsync"] = SubmitActions.ProcessImage,
        ["ImportMediaKnowledge"] = SubmitActions.ImportKnowledge,
        ["CreateAigcImageTask"] = AigcActions.Image,
        ["CreateAigcVideoTask"] = AigcActions.Video,
        ["CreateSceneAigcImageTask"] = AigcActions.SceneImage,
        ["CreateSceneAigcVideoTask"] = AigcActions.SceneVideo,
        ["CreateAigcAdvancedCustomElement"] = AigcActions.Element,
        ["DescribeAigcAdvancedCustomElements"] = AccountActions.Elements,
        ["DeleteAigcAdvancedCustomElement"] = AccountActions.DeleteElement,
        ["CreateProcessImageAsyncTemplate"] = TemplateActions.Create,
        ["DescribeProcessImageAsyncTemplates"] = TemplateActions.List,
        ["DeleteProcessImageAsyncTemplate"] = TemplateActions.Delete,
        ["DescribeTaskDetail"] = TaskActions.Detail,
        ["DescribeTasks"] = TaskActions.List,
        ["DescribeSubAppIds"] = AccountActions.SubApps,
        ["CreateAigcApiToken"] = AccountActions.CreateToken,
        ["DescribeAigcApiTokens"] = AccountActions.Tokens,
        ["DeleteAigcApiToken"] = AccountActions.DeleteToken,
        ["DescribeAigcUsageData"] = AccountActions.Usage,
    };

    public async Task HandleAsync(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        JsonObject response;
        try
        {
            response = Run(http.Request, buffer.ToArray());
        }
        catch (VodException e)
        {
            response = new JsonObject { ["Error"] = new JsonObject { ["Code"] = e.Code, ["Message"] = e.Message } };
        }

        response["RequestId"] = state.Ids.RequestId();
        // The service's own clock, so that clients with a wrong one can correct themselves.
        http.Response.Headers.Date = state.Now.ToString("R");
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["Response"] = response }, Json), http.RequestAborted);
    }

    private JsonObject Run(HttpRequest http, byte[] body)
    {
        var (action, version, region, members) = http.HasFormContentType ? FormCall.Read(http, body, state.Now) : Read(http, body);
        if (!Actions.TryGetValue(action, out var run)) throw new VodException("InvalidAction", $"The action {action} does not exist.");
        if (version != "2018-07-17") throw new VodException("NoSuchVersion", "The API version does not exist.");
        if (action is "ApplyUpload" or "CommitUpload" && region.Length == 0) throw new VodException("MissingParameter", "X-TC-Region is missing.");
        if (state.IsTooFast(action)) throw new VodException("RequestLimitExceeded", "The request rate exceeds the limit of the action.");
        ActionShapes.Check(action, members);
        lock (state.Gate)
        {
            state.Settle();
            return run(new VodRequest(action, members, state));
        }
    }

    private (string Action, string Version, string Region, JsonObject Body) Read(HttpRequest http, byte[] body)
    {
        var action = http.Headers["X-TC-Action"].ToString();
        if (action.Length == 0) throw new VodException("MissingParameter", "X-TC-Action is missing.");
        Tc3Verifier.Verify(http, body, state.Now);
        return (action, http.Headers["X-TC-Version"].ToString(), http.Headers["X-TC-Region"].ToString(), Parse(body));
    }

    private static JsonObject Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(Encoding.UTF8.GetString(body)) as JsonObject ?? throw new VodException("InvalidParameter", "The body is no JSON object.");
        }
        catch (JsonException)
        {
            throw new VodException("InvalidParameter", "The body is no JSON.");
        }
    }
}
