using System.Text.Json.Serialization;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Output of <c>oss.imm-setup</c>, in the document's shape.</summary>
public sealed record OssImmSetupOutput
{
    /// <summary>Always true; a failed set-up fails the flow.</summary>
    public bool Success { get; init; } = true;

    /// <summary><c>auto_setup</c>.</summary>
    public string Action { get; init; } = "auto_setup";

    /// <summary>Region.</summary>
    public required string Region { get; init; }

    /// <summary>Bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>The steps in order.</summary>
    public required IReadOnlyList<OssSetupStep> Steps { get; init; }

    /// <summary>The project that the bucket is bound to.</summary>
    [JsonPropertyName("project_name")]
    public required string ProjectName { get; init; }
}
