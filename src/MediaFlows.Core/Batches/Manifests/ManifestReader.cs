using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Recipes.Expressions;
using MediaFlows.Core.Recipes.Validation;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Webhooks;

namespace MediaFlows.Core.Batches.Manifests;

/// <summary>
/// Reads a manifest item by item in bounded memory. A line that cannot be used becomes an item with a <see cref="BatchItem.Problem"/>;
/// only a manifest that is wrong as a whole is an error.
/// </summary>
/// <remarks>
/// JSON Lines: <c>{"key": "…", "flow": "…", "input": {…}, "notify": {…}}</c>, or the input itself when the batch names the flow and no such members are there.
/// CSV: a header line; the columns <c>key</c> and <c>flow</c> are what they say, every other column is an input member, dots for nested ones (<c>source.url</c>);
/// empty cells are left out, cells are typed as the flow's input says.
/// </remarks>
public sealed class ManifestReader
{
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = ManifestLimits.Depth, AllowDuplicateProperties = false };

    private readonly FlowCatalog _catalog;
    private readonly FlowSerializer _serializer;
    private readonly RecipeTypes _types;

    /// <summary>Types CSV cells by the catalog.</summary>
    public ManifestReader(FlowCatalog catalog, FlowSerializer serializer)
    {
        _catalog = catalog;
        _serializer = serializer;
        _types = new RecipeTypes(serializer.Strict);
    }

    /// <summary>The items of <paramref name="content"/>, gzip or plain.</summary>
    /// <exception cref="ManifestException">It is wrong as a whole.</exception>
    public async IAsyncEnumerable<BatchItem> ReadAsync(Stream content, ManifestFormat format, string? defaultFlow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var plain = await UnzipAsync(content, cancellationToken);
        using var lines = new BoundedLineReader(plain);
        var items = format == ManifestFormat.Csv ? CsvAsync(lines, defaultFlow, cancellationToken) : JsonAsync(lines, defaultFlow, cancellationToken);
        var keys = new HashSet<UInt128>();
        var index = 0L;
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if (index >= ManifestLimits.Items) throw new ManifestException($"The manifest holds more than {ManifestLimits.Items} items. Cut it into several batches.");
            yield return Check(item with { Index = index++ }, keys);
        }
    }

    private BatchItem Check(BatchItem item, HashSet<UInt128> keys)
    {
        if (item.Problem is not null) return item;
        if (item.Flow is null) return item with { Problem = "The item names no flow, and the batch names none for it." };
        if (_catalog.FindFlow(item.Flow) is null or { Info.Internal: true }) return item with { Problem = $"There is no flow named '{item.Flow}'." };
        if (item.Key?.Length > ManifestLimits.KeyLength) return item with { Key = null, Problem = $"The key has more than {ManifestLimits.KeyLength} characters." };
        if (item.Key is not null && !keys.Add(Mark(item.Key))) return item with { Problem = $"The key '{item.Key}' stands in the manifest before." };
        return item;
    }

    // A million keys are remembered by their hashes: 16 bytes each, however long they are.
    private static UInt128 Mark(string key) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static async Task<Stream> UnzipAsync(Stream content, CancellationToken cancellationToken)
    {
        var head = new byte[2];
        var read = await content.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, cancellationToken);
        var whole = new PrefixedStream(head.AsMemory(0, read), content);
        return read == 2 && head[0] == 0x1F && head[1] == 0x8B ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }

    private async IAsyncEnumerable<BatchItem> JsonAsync(BoundedLineReader lines, string? defaultFlow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var (line, tooLong) = await lines.NextAsync(cancellationToken);
            if (line is null) yield break;
            if (string.IsNullOrWhiteSpace(line)) continue;
            yield return tooLong ? new BatchItem(0) { Problem = $"The line is longer than {ManifestLimits.LineLength} characters." } : ReadJson(line, defaultFlow);
        }
    }

    private BatchItem ReadJson(string line, string? defaultFlow)
    {
        try
        {
            if (JsonNode.Parse(line, null, Json) is not JsonObject o) return new BatchItem(0) { Problem = "The line is not a JSON object." };
            var wrapped = o["input"] is JsonObject && o.All(p => p.Key is "key" or "flow" or "input" or "notify");
            if (!wrapped) return new BatchItem(0) { Flow = defaultFlow, Input = o };
            var input = (JsonObject)o["input"]!.DeepClone();
            return new BatchItem(0) { Key = o["key"]?.ToString(), Flow = o["flow"]?.ToString() ?? defaultFlow, Input = input, Notify = ReadNotify(o["notify"]) };
        }
        catch (InvalidInputException e)
        {
            return new BatchItem(0) { Problem = e.Message };
        }
        catch (JsonException e)
        {
            return new BatchItem(0) { Problem = $"The line is not valid JSON: {e.Message}" };
        }
    }

    private NotifyRequest? ReadNotify(JsonNode? node)
    {
        if (node is null) return null;
        var notify = (NotifyRequest)_serializer.ReadInput(JsonSerializer.SerializeToElement(node), typeof(NotifyRequest));
        NotifyRules.Check(notify);
        return notify;
    }

    private async IAsyncEnumerable<BatchItem> CsvAsync(BoundedLineReader lines, string? defaultFlow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var records = new CsvRecordReader(lines);
        var (end, header) = await records.NextAsync(cancellationToken);
        if (end || header is null) throw new ManifestException("The CSV manifest has no header line.");
        CheckHeader(header);
        while (true)
        {
            var (done, fields) = await records.NextAsync(cancellationToken);
            if (done) yield break;
            if (fields is [""]) continue;
            yield return fields is null || fields.Count != header.Count
                ? new BatchItem(0) { Problem = fields is null ? "The record cannot be read (an open quote, or too long)." : $"The record has {fields.Count} fields and the header {header.Count}." }
                : ReadCsv(header, fields, defaultFlow);
        }
    }

    private static void CheckHeader(List<string> header)
    {
        if (header.Distinct(StringComparer.Ordinal).Count() != header.Count) throw new ManifestException("The CSV header names a column twice.");
        foreach (var column in header)
        {
            if (column.Split('.').Any(part => part.Length == 0)) throw new ManifestException($"The CSV header has a column without a name: '{column}'.");
            if (header.FirstOrDefault(other => other.StartsWith(column + ".", StringComparison.Ordinal)) is { } below)
                throw new ManifestException($"The CSV columns '{column}' and '{below}' contradict each other: a member holds a value or members.");
        }
    }

    private BatchItem ReadCsv(List<string> header, List<string> fields, string? defaultFlow)
    {
        string? Cell(string name) => header.IndexOf(name) is >= 0 and var at && fields[at].Length > 0 ? fields[at] : null;
        var flow = Cell("flow") ?? defaultFlow;
        var type = flow is null ? null : _catalog.FindFlow(flow)?.InputType;
        var input = new JsonObject();
        for (var i = 0; i < header.Count; i++)
        {
            if (header[i] is "key" or "flow" || fields[i].Length == 0) continue;
            var path = header[i].Split('.');
            var at = input;
            foreach (var part in path[..^1]) at = (JsonObject)(at[part] ??= new JsonObject());
            at[path[^1]] = Typed(fields[i], type is null ? null : _types.KindAt(type, path.Select(p => new PathPart(p, 0))));
        }

        return new BatchItem(0) { Key = Cell("key"), Flow = flow, Input = input };
    }

    private static JsonNode? Typed(string cell, ValueKind? kind) => kind switch
    {
        ValueKind.Number when long.TryParse(cell, out var whole) => JsonValue.Create(whole),
        ValueKind.Number when double.TryParse(cell, out var number) => JsonValue.Create(number),
        ValueKind.Boolean when bool.TryParse(cell, out var flag) => JsonValue.Create(flag),
        ValueKind.List or ValueKind.Object or ValueKind.Any when cell.TrimStart() is ['[' or '{', ..] => TryJson(cell),
        _ => JsonValue.Create(cell),
    };

    private static JsonNode? TryJson(string cell)
    {
        try
        {
            return JsonNode.Parse(cell, null, Json);
        }
        catch (JsonException)
        {
            return JsonValue.Create(cell);
        }
    }
}
