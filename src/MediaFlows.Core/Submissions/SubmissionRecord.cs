using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Submissions;

/// <summary>One charged submit in the ledger, keyed by instance and step.</summary>
public sealed record SubmissionRecord
{
    /// <summary>Instance that pays.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Logical step in the instance, unique per deliberate submit (<c>S3_ENHANCE</c>, <c>S3_ENHANCE#2</c>).</summary>
    public required string Step { get; init; }

    /// <summary>Provider name.</summary>
    public required string Provider { get; init; }

    /// <summary>Sent with every try of this submit, so that a provider that can will deduplicate (at most 48 ASCII characters).</summary>
    public required string ClientToken { get; init; }

    /// <summary>Lower-case hex SHA-256 of the request; a later run with another request is refused.</summary>
    public required string RequestHash { get; init; }

    /// <summary>What is known.</summary>
    public SubmissionState State { get; init; }

    /// <summary>The provider's job id once accepted or adopted.</summary>
    public string? JobId { get; init; }

    /// <summary>The recorded refusal.</summary>
    public FlowError? Error { get; init; }

    /// <summary>True when the job id was found or given by a person instead of returned by the submit.</summary>
    public bool Adopted { get; init; }

    /// <summary>Tries that were sent or may have been.</summary>
    public int Tries { get; init; }

    /// <summary>UTC time of the first intent.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC time of the last change.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
