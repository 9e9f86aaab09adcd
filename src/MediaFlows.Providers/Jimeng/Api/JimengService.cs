using MediaFlows.Providers.Volcengine;

namespace MediaFlows.Providers.Jimeng.Api;

/// <summary>The fixed facts of the Jimeng video document (Volcengine visual, service <c>cv</c>).</summary>
public static class JimengService
{
    /// <summary>Provider name in the catalog.</summary>
    public const string Provider = "jimeng";

    /// <summary>Base address unless <see cref="UrlVariable"/> names another.</summary>
    public const string DefaultUrl = "https://visual.volcengineapi.com";

    /// <summary>Setting that replaces the base address.</summary>
    public const string UrlVariable = "JIMENG_VIDEO_API_URL";

    /// <summary>Setting for the time limit of a request, in seconds (300).</summary>
    public const string TimeoutVariable = "JIMENG_VIDEO_API_TIMEOUT";

    /// <summary>Setting for the seconds between two queries (5).</summary>
    public const string IntervalVariable = "JIMENG_VIDEO_POLL_INTERVAL";

    /// <summary>Setting for the most queries (120).</summary>
    public const string MaxPollsVariable = "JIMENG_VIDEO_MAX_POLL_ATTEMPTS";

    /// <summary>Name of the access key among the secrets.</summary>
    public const string AccessKeyVariable = "VOLC_ACCESSKEY";

    /// <summary>Name of the secret key among the secrets.</summary>
    public const string SecretKeyVariable = "VOLC_SECRETKEY";

    /// <summary>Name of an STS token among the secrets; MediaFlows' own, since the document names permanent pairs only.</summary>
    public const string SessionTokenVariable = "VOLC_SESSION_TOKEN";

    /// <summary>Action of a submit.</summary>
    public const string SubmitAction = "CVSync2AsyncSubmitTask";

    /// <summary>Action of a query.</summary>
    public const string QueryAction = "CVSync2AsyncGetResult";

    /// <summary>API version of submit and query.</summary>
    public const string Version = "2022-08-31";

    /// <summary>Action of a cancel.</summary>
    public const string CancelAction = "CVCancelTask";

    /// <summary>API version of a cancel.</summary>
    public const string CancelVersion = "2024-06-06";

    /// <summary>Time limit of a request unless set, in seconds.</summary>
    public const int DefaultTimeoutSeconds = 300;

    /// <summary>Seconds between two queries unless set.</summary>
    public const int DefaultIntervalSeconds = 5;

    /// <summary>Most queries unless set.</summary>
    public const int DefaultMaxPolls = 120;

    /// <summary>Region and service that signatures name; fixed.</summary>
    public static readonly VolcengineScope Scope = new("cn-north-1", "cv");
}
