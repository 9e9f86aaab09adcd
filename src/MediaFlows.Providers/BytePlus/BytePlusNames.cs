namespace MediaFlows.Providers.BytePlus;

/// <summary>Names of settings and secrets: the document's own where it has one.</summary>
public static class BytePlusNames
{
    /// <summary>Provider name in the catalog.</summary>
    public const string Provider = "byteplus";

    /// <summary>Secret: access key id.</summary>
    public const string AccessKey = "BYTEPLUS_ACCESSKEY";

    /// <summary>Secret: secret key.</summary>
    public const string SecretKey = "BYTEPLUS_SECRETKEY";

    /// <summary>Secret: session token of a temporary key pair; ours, the document knows permanent keys only.</summary>
    public const string SessionToken = "BYTEPLUS_SESSION_TOKEN";

    /// <summary>Secret: what callers of the callback URL must send as <c>token</c>; ours.</summary>
    public const string CallbackToken = "BYTEPLUS_CALLBACK_TOKEN";

    /// <summary>Legacy name of <see cref="AccessKey"/>.</summary>
    public const string LegacyAccessKey = "VOLCENGINE_ACCESS_KEY";

    /// <summary>Legacy name of <see cref="SecretKey"/>.</summary>
    public const string LegacySecretKey = "VOLCENGINE_SECRET_KEY";

    /// <summary>Space when the input names none.</summary>
    public const string Space = "VOD_SPACE_NAME";

    /// <summary>Poll interval in seconds; 5.</summary>
    public const string PollInterval = "VOD_POLL_INTERVAL";

    /// <summary>Most polls; 360.</summary>
    public const string PollMax = "VOD_POLL_MAX";

    /// <summary>Minutes that a play URL is signed for; 60.</summary>
    public const string UrlExpireMinutes = "VOD_URL_EXPIRE_MINUTES";

    /// <summary>Play domain that wins over every look-up; not signed.</summary>
    public const string PlayDomain = "VOD_PLAY_DOMAIN";

    /// <summary>OpenAPI host; <c>vod.byteplusapi.com</c>.</summary>
    public const string Host = "VOD_HOST";

    /// <summary>Region in signatures; <c>ap-southeast-1</c>.</summary>
    public const string Region = "VOD_REGION";

    /// <summary>Seconds that an OpenAPI call may take; 20.</summary>
    public const string HttpTimeout = "VOD_HTTP_TIMEOUT";

    /// <summary><c>https</c>, or <c>http</c> for a simulator; ours.</summary>
    public const string Scheme = "VOD_SCHEME";

    /// <summary>Parts of one upload that are sent at a time; 4; ours.</summary>
    public const string UploadParallel = "VOD_UPLOAD_PARALLEL";
}
