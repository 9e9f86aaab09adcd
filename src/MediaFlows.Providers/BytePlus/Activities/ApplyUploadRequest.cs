using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>Input of <see cref="ApplyUpload"/>.</summary>
/// <param name="Space">Space.</param>
/// <param name="FileName">Name to store under; the same name is the same object.</param>
/// <param name="Extension">Extension with its dot.</param>
/// <param name="Length">Bytes.</param>
public sealed record ApplyUploadRequest(string Space, string FileName, string Extension, long Length)
{
    /// <summary>Session key of the address whose authorization ended, so that the same route is offered again.</summary>
    [Sensitive]
    public string? SessionKey { get; init; }
}
