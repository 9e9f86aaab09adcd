using MediaFlows.Core.Serialization;

namespace MediaFlows.Api.Tests.Sample;

public sealed record SampleOutput(string Title)
{
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? PlayUrl { get; init; }

    [Sensitive]
    public string? UploadToken { get; init; }
}
