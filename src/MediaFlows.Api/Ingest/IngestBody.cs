using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Batches.Flows;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Ingest;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Api.Ingest;

/// <summary>Reads the three forms of a message: <c>{"pipeline", "input"}</c>, a list of those, or <c>{"manifest": …}</c>, the input of a batch with <c>key</c> and the like beside it.</summary>
internal static class IngestBody
{
    private const int MostItems = 500;

    private static readonly string[] Beside = ["key", "batch", "tags", "notify", "traceParent"];

    /// <summary>The items of <paramref name="message"/>.</summary>
    /// <exception cref="FlowException"><c>MF1004</c>: it has none of the forms.</exception>
    public static IReadOnlyList<IngestItem> Read(IngestMessage message, FlowSerializer serializer)
    {
        try
        {
            using var document = JsonDocument.Parse(message.Body, new JsonDocumentOptions { MaxDepth = 64 });
            var root = document.RootElement;
            return root.ValueKind switch
            {
                JsonValueKind.Array when root.GetArrayLength() is > 0 and <= MostItems => [.. root.EnumerateArray().Select(e => Item(e, serializer))],
                JsonValueKind.Object when root.TryGetProperty("manifest", out _) => [Pointer(root, serializer)],
                JsonValueKind.Object => [Item(root, serializer)],
                _ => throw new JsonException(),
            };
        }
        catch (JsonException)
        {
            throw new FlowException(
                ErrorCodes.BadJson,
                $"The message is not JSON of the form {{\"pipeline\":\"…\",\"input\":{{…}}}}, a list of 1 to {MostItems} of these, or {{\"manifest\":{{…}}}}.",
                "Correct it and send it again; nothing was started.");
        }
    }

    // What an item has beside its input stands beside the members of a batch here.
    private static IngestItem Pointer(JsonElement root, FlowSerializer serializer)
    {
        var batch = JsonObject.Create(root)!;
        var item = new JsonObject { ["pipeline"] = BatchFlow.Ref.Name };
        foreach (var name in Beside)
            if (batch.Remove(name, out var value)) item[name] = value;
        item["input"] = batch;
        return Item(JsonSerializer.SerializeToElement(item), serializer);
    }

    private static IngestItem Item(JsonElement element, FlowSerializer serializer) => element.Deserialize<IngestItem>(serializer.Strict) ?? throw new JsonException();
}
