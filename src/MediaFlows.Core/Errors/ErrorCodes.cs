namespace MediaFlows.Core.Errors;

/// <summary>
/// Every error id of MediaFlows. Each one has a section of the same name in <c>docs/errors.md</c> (a test compares the two).
/// 1xxx input, 2xxx instances, 3xxx providers, 4xxx storage and hub, 5xxx security, 6xxx batches and recipes, 9xxx internal.
/// </summary>
public static class ErrorCodes
{
    /// <summary>The input breaks a rule.</summary>
    public const string InvalidInput = "MF1001";

    /// <summary>A required choice is missing; questions are attached.</summary>
    public const string QuestionsOpen = "MF1002";

    /// <summary>No flow, query or command has that name.</summary>
    public const string UnknownPipeline = "MF1003";

    /// <summary>The body is not the JSON that is expected.</summary>
    public const string BadJson = "MF1004";

    /// <summary>The body is larger than allowed.</summary>
    public const string BodyTooLarge = "MF1005";

    /// <summary>A file is missing or cannot be read.</summary>
    public const string FileNotFound = "MF1006";

    /// <summary>A file lies outside the allowed root.</summary>
    public const string FileOutsideRoot = "MF1007";

    /// <summary>A blob named in the input does not exist.</summary>
    public const string BlobNotFound = "MF1008";

    /// <summary>The same idempotency key came with another body.</summary>
    public const string IdempotencyMismatch = "MF1009";

    /// <summary>The same idempotency key is still being started.</summary>
    public const string IdempotencyInProgress = "MF1010";

    /// <summary>Nothing is served at that path.</summary>
    public const string RouteNotFound = "MF1011";

    /// <summary>The path does not take that HTTP method.</summary>
    public const string MethodNotAllowed = "MF1012";

    /// <summary>The body is of a kind that the path does not take.</summary>
    public const string UnsupportedContentType = "MF1013";

    /// <summary>No instance has that id.</summary>
    public const string InstanceNotFound = "MF2001";

    /// <summary>The operation does not fit the instance's state.</summary>
    public const string InvalidState = "MF2002";

    /// <summary>An instance with that id exists already.</summary>
    public const string InstanceExists = "MF2003";

    /// <summary>The code no longer matches the recorded history.</summary>
    public const string NonDeterminism = "MF2004";

    /// <summary>The flow was cancelled.</summary>
    public const string Cancelled = "MF2005";

    /// <summary>The flow was terminated.</summary>
    public const string Terminated = "MF2006";

    /// <summary>No code for this flow version is deployed.</summary>
    public const string VersionNotFound = "MF2007";

    /// <summary>The wait for a provider job reached its limit; the flow can be resumed.</summary>
    public const string PollTimedOut = "MF2008";

    /// <summary>The outcome of a charged submit is unknown; a person decides.</summary>
    public const string SubmitOutcomeUnknown = "MF2009";

    /// <summary>A charge limit is reached.</summary>
    public const string ChargeLimit = "MF2010";

    /// <summary>Credentials of a provider are missing.</summary>
    public const string CredentialsMissing = "MF3001";

    /// <summary>The provider refused the credentials.</summary>
    public const string CredentialsRefused = "MF3002";

    /// <summary>The provider refused the request.</summary>
    public const string ProviderRefused = "MF3003";

    /// <summary>The provider limits the rate.</summary>
    public const string ProviderThrottled = "MF3004";

    /// <summary>The provider could not be reached or answered with a server error.</summary>
    public const string ProviderUnavailable = "MF3005";

    /// <summary>The provider's job ended in failure.</summary>
    public const string JobFailed = "MF3006";

    /// <summary>The provider's answer is not what its documents say.</summary>
    public const string ProviderAnswerUnreadable = "MF3007";

    /// <summary>The account is not allowed to use this feature.</summary>
    public const string FeatureNotAllowed = "MF3008";

    /// <summary>A quota of the provider is used up.</summary>
    public const string QuotaExceeded = "MF3009";

    /// <summary>What was transferred differs from what was meant (checksum, length, type).</summary>
    public const string ContentMismatch = "MF3010";

    /// <summary>A content check of the provider refused input or output.</summary>
    public const string ContentRefused = "MF3011";

    /// <summary>Storage cannot be reached.</summary>
    public const string StorageUnavailable = "MF4001";

    /// <summary>Another process owns the hub.</summary>
    public const string HubOwned = "MF4002";

    /// <summary>This process lost the hub.</summary>
    public const string HubLost = "MF4003";

    /// <summary>A record in the journal is damaged.</summary>
    public const string JournalDamaged = "MF4004";

    /// <summary>The journal was written by a newer version.</summary>
    public const string JournalTooNew = "MF4005";

    /// <summary>The host takes no more work right now.</summary>
    public const string Overloaded = "MF4006";

    /// <summary>The host cannot listen on its address.</summary>
    public const string AddressTaken = "MF4007";

    /// <summary>The API key is missing or wrong.</summary>
    public const string Unauthorized = "MF5001";

    /// <summary>A URL points where MediaFlows does not go.</summary>
    public const string UrlRefused = "MF5002";

    /// <summary>A callback could not be verified.</summary>
    public const string CallbackRefused = "MF5003";

    /// <summary>A protected field cannot be decrypted with the keys at hand.</summary>
    public const string FieldUnreadable = "MF5004";

    /// <summary>Too many requests with a wrong API key came from this address.</summary>
    public const string TooManyWrongKeys = "MF5005";

    /// <summary>The request came through a host name or from a site that this host does not serve.</summary>
    public const string OriginRefused = "MF5006";

    /// <summary>Some items of a batch did not end well.</summary>
    public const string ItemsFailed = "MF6001";

    /// <summary>Something unexpected; the message says what.</summary>
    public const string Internal = "MF9001";
}
