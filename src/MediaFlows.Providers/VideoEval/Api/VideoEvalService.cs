namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>The fixed facts of the video evaluation document.</summary>
public static class VideoEvalService
{
    /// <summary>Provider name in the catalog.</summary>
    public const string Provider = "videoeval";

    /// <summary>Base address unless <see cref="BaseUrlVariable"/> names another.</summary>
    public const string DefaultBaseUrl = "https://console.volcengine.com";

    /// <summary>Setting that replaces the base address; a trailing slash is dropped.</summary>
    public const string BaseUrlVariable = "BYTED_AIRESEARCH_VIDEOEVAL_BASE_URL";

    /// <summary>Name of the API key among the secrets.</summary>
    public const string ApiKeyVariable = "BYTED_AIRESEARCH_VIDEOEVAL_API_KEY";

    /// <summary>Where a person gets an API key.</summary>
    public const string KeyPage = "https://console.volcengine.com/datatester/ai-research/audience/list?tab=apikey";

    /// <summary>Path of the attachment upload.</summary>
    public const string AttachmentPath = "/datatester/compass/api/v3/survey/attachment";

    /// <summary>Path of task creation and list; a task's detail is below it.</summary>
    public const string TaskPath = "/datatester/compass/api/v3/survey/task";

    /// <summary>The only query of the list that the document allows.</summary>
    public const string ListQuery = "?page=1&page_size=100&agent_id=125";

    /// <summary>Rows per list page; tasks beyond them cannot be seen.</summary>
    public const int ListPageSize = 100;

    /// <summary>Value of the <c>x-product-version</c> header.</summary>
    public const string ProductVersion = "20";

    /// <summary>Fixed <c>agent_id</c>.</summary>
    public const int AgentId = 125;

    /// <summary>Fixed <c>audience_id</c>.</summary>
    public const int AudienceId = 3664529;

    /// <summary>Fixed <c>form_id</c>.</summary>
    public const int FormId = 0;

    /// <summary>Most videos of one task.</summary>
    public const int MostVideos = 10;

    /// <summary>Largest video, in bytes (50MB, inclusive).</summary>
    public const long MostBytes = 52_428_800;

    /// <summary>The only media type that is accepted.</summary>
    public const string VideoType = "video/mp4";

    /// <summary>Time limit of a request, in seconds, as the document's scripts have it.</summary>
    public const int RequestSeconds = 60;

    /// <summary>Time limit of an upload, in seconds: 50MB over a slow line takes longer than a request may.</summary>
    public const int UploadSeconds = 900;
}
