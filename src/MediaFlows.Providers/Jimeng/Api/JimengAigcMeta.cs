using System.ComponentModel;
using System.Text.Json.Serialization;

namespace MediaFlows.Providers.Jimeng.Api;

/// <summary>An implicit mark of generated content that the service writes into the video; sent with the query.</summary>
public sealed record JimengAigcMeta
{
    /// <summary>Longest value, in characters.</summary>
    public const int MostCharacters = 256;

    /// <summary>Who made the content, or null.</summary>
    [JsonPropertyName("content_producer")]
    [Description("Who made the content.")]
    public string? ContentProducer { get; init; }

    /// <summary>Id of the content at its producer.</summary>
    [JsonPropertyName("producer_id")]
    [Description("Id of the content at its producer.")]
    public string? ProducerId { get; init; }

    /// <summary>Who publishes the content.</summary>
    [JsonPropertyName("content_propagator")]
    [Description("Who publishes the content.")]
    public string? ContentPropagator { get; init; }

    /// <summary>Id of the content at its publisher, or null.</summary>
    [JsonPropertyName("propagate_id")]
    [Description("Id of the content at its publisher.")]
    public string? PropagateId { get; init; }
}
