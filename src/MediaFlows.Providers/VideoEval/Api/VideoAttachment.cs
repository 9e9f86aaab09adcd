using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>An uploaded video, normalised: <c>POST …/survey/attachment</c>.</summary>
/// <param name="AttachmentId">The service's id as text.</param>
/// <param name="Attachment">The service's own object, URLs in it without their signatures.</param>
public sealed record VideoAttachment(
    [property: JsonPropertyName("attachment_id")] string AttachmentId,
    [property: JsonPropertyName("attachment")] JsonNode? Attachment);
