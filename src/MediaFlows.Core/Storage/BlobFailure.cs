namespace MediaFlows.Core.Storage;

/// <summary>Why a storage call failed, as far as its user needs to know.</summary>
public enum BlobFailure
{
    /// <summary>Nothing is known of the outcome: timeout, dropped connection, 500, 503. A write may have been carried out.</summary>
    Unavailable,

    /// <summary>Storage said to slow down (429, 503 server busy); nothing was written.</summary>
    Throttled,

    /// <summary>A condition did not hold (409, 412, wrong append position); nothing was written.</summary>
    ConditionNotMet,

    /// <summary>The blob or the container does not exist.</summary>
    NotFound,

    /// <summary>Credentials were refused.</summary>
    Forbidden,

    /// <summary>The request itself is wrong; trying again does not help.</summary>
    Rejected,
}
