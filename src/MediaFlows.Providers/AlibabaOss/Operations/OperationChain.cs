using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;

namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>A checked chain of operations: what one request does.</summary>
public sealed class OperationChain
{
    private OperationChain(IReadOnlyList<MediaOperation> operations) => Operations = operations;

    /// <summary>The operations in order; at least one.</summary>
    public IReadOnlyList<MediaOperation> Operations { get; }

    /// <summary>The first operation; the only one unless all are image operations.</summary>
    public MediaOperation First => Operations[0];

    /// <summary>The last operation.</summary>
    public MediaOperation Last => Operations[^1];

    /// <summary>How the request is made and answered: the role of its last operation.</summary>
    public OperationRole Role => Last.Rule.Role;

    /// <summary>True when the answer is JSON instead of a file.</summary>
    public bool AnswersJson => Role is OperationRole.Info or OperationRole.Detect or OperationRole.MediaInfo;

    /// <summary>True when the bucket must be bound to an IMM project.</summary>
    public bool NeedsImm => Operations.Any(o => o.NeedsImm);

    /// <summary>The process string; null for extraction and files, which have none.</summary>
    public string? ProcessString => Role is OperationRole.Extract or OperationRole.File ? null : Print();

    /// <summary>The document's word for the kind of request (<c>basic</c>, <c>info</c>, <c>saveas</c>, <c>async</c>, <c>media_sync</c>, …).</summary>
    public string Category => Role switch
    {
        OperationRole.Info or OperationRole.Detect => "info",
        OperationRole.Embed => "saveas",
        OperationRole.Extract => "async",
        OperationRole.MediaSync => "media_sync",
        OperationRole.MediaAsync => "media_async",
        OperationRole.MediaInfo => "media_info",
        OperationRole.File => "file",
        _ => "basic",
    };

    /// <summary>Findings that the request survives.</summary>
    public IReadOnlyList<string> Warnings => [.. Operations.SelectMany(OperationChecks.Warnings)];

    /// <summary>Parses and checks; every finding goes to <paramref name="errors"/> under <c>operations</c>. Null when there was one.</summary>
    public static OperationChain? Parse(IReadOnlyList<string>? texts, InputErrors errors)
    {
        var operations = new List<MediaOperation>();
        var clean = true;
        foreach (var text in texts ?? [])
        {
            try
            {
                operations.Add(OperationParser.Parse(text));
            }
            catch (OperationException e)
            {
                errors.Add("operations", e.Text);
                clean = false;
            }
        }

        if (!clean) return null;
        if (ChainRules.Error(operations) is { } broken)
        {
            errors.Add("operations", broken);
            clean = false;
        }

        foreach (var finding in operations.SelectMany(OperationChecks.Errors))
        {
            errors.Add("operations", finding);
            clean = false;
        }

        return clean ? new OperationChain(operations) : null;
    }

    /// <summary>Parses what <see cref="Parse"/> accepted before.</summary>
    /// <exception cref="InvalidInputException">It was never accepted.</exception>
    public static OperationChain Require(IReadOnlyList<string>? texts)
    {
        var errors = new InputErrors();
        var chain = Parse(texts, errors);
        errors.ThrowIfAny();
        return chain!;
    }

    /// <summary>A chain with its only operation replaced.</summary>
    public static OperationChain Of(MediaOperation operation) => new([operation]);

    /// <summary>The <c>operations</c> member of the documented result: name and parameters of each.</summary>
    public JsonArray ToJson() => new([.. Operations.Select(o => new JsonObject
    {
        ["name"] = o.Name,
        ["params"] = new JsonObject(o.Parameters.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))
            .Concat(o.Segments.Count == 0
                ? []
                : [KeyValuePair.Create("segments", (JsonNode?)new JsonArray([.. o.Segments.Select(s => (JsonNode)new JsonObject([
                    KeyValuePair.Create("place", (JsonNode?)s.Word),
                    KeyValuePair.Create("key", (JsonNode?)s.Key),
                    .. s.Items.Select(i => KeyValuePair.Create(i.Key, (JsonNode?)i.Value))]))]))])),
    })]);

    private string Print() => AlibabaOss.Operations.ProcessString.Format(Operations);
}
