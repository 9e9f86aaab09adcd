namespace MediaFlows.Core.Serialization;

/// <summary>How a sensitive member may be shown.</summary>
public enum SensitiveKind
{
    /// <summary>Never shown: session keys, tokens, passwords.</summary>
    Secret,

    /// <summary>A URL whose query may be signed: redacted in logs, listings and history; whole for the flow's owner in the status.</summary>
    SignedUrl,
}
