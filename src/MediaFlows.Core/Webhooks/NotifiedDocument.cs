using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Client;
using MediaFlows.Core.Redaction;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Core.Webhooks;

/// <summary>The status document that an event carries: the members of <c>GET /api/flows/{id}</c>, secrets and signed URLs redacted.</summary>
internal static class NotifiedDocument
{
    // Receivers refuse large bodies; what is left out is one request away.
    private const int MostCharacters = 256 * 1024;

    public static JsonElement Of(FlowInstance instance, FlowSerializer serializer)
    {
        var document = Write(instance, serializer);
        if (document.ToJsonString(serializer.Plain).Length <= MostCharacters) return JsonSerializer.SerializeToElement(document, serializer.Plain);
        var shorter = Write(instance with { Input = null, Output = null }, serializer);
        shorter["truncated"] = true;
        return JsonSerializer.SerializeToElement(shorter, serializer.Plain);
    }

    private static JsonObject Write(FlowInstance instance, FlowSerializer serializer)
    {
        var shown = new
        {
            instance.Id,
            Pipeline = instance.Flow,
            instance.Version,
            State = instance.Status,
            CreatedAt = instance.CreatedAt.UtcDateTime,
            UpdatedAt = instance.UpdatedAt.UtcDateTime,
            EndedAt = instance.EndedAt?.UtcDateTime,
            instance.ProviderJobId,
            instance.Batch,
            Tags = instance.Tags is { Count: > 0 } ? instance.Tags : null,
            instance.Resumes,
            instance.Input,
            instance.Output,
            Error = instance.Error is null ? null : instance.Error with
            {
                Message = SignedUrls.RedactAll(instance.Error.Message),
                Hint = instance.Error.Hint is null ? null : SignedUrls.RedactAll(instance.Error.Hint),
                RetryAfter = null,
            },
        };
        return (JsonObject)serializer.Reveal(JsonSerializer.SerializeToNode(shown, serializer.Plain), toOwner: false)!;
    }
}
