using System.Text.Json.Serialization;

namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>The vendor command line's <c>~/.aliyun/config.json</c>.</summary>
internal sealed record CliConfig
{
    [JsonPropertyName("current")]
    public string? Current { get; init; }

    [JsonPropertyName("profiles")]
    public List<CliProfile> Profiles { get; init; } = [];
}
