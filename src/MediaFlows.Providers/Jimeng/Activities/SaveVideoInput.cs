using MediaFlows.Core.Media;
using MediaFlows.Core.Serialization;
using MediaFlows.Providers.Jimeng.Api;

namespace MediaFlows.Providers.Jimeng.Activities;

/// <summary>Input of <see cref="SaveVideoActivity"/>.</summary>
/// <param name="Task">The task, to ask for a fresh URL.</param>
/// <param name="SaveTo">Blob or file.</param>
public sealed record SaveVideoInput(JimengTarget Task, MediaSource SaveTo)
{
    /// <summary>The result URL as the query told it.</summary>
    [Sensitive(SensitiveKind.SignedUrl)]
    public required string VideoUrl { get; init; }
}
