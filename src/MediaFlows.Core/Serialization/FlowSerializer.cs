using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Serialization;

/// <summary>
/// JSON for everything that crosses a step or a host: camelCase, nulls left out, enums as camelCase words, members marked
/// <see cref="SensitiveAttribute"/> encrypted. Both hosts use the same one, so both store the same bytes.
/// </summary>
public sealed class FlowSerializer
{
    /// <summary>Prefix of an encrypted secret.</summary>
    public const string SecretPrefix = "mf:s:";

    /// <summary>Prefix of an encrypted signed URL.</summary>
    public const string SignedUrlPrefix = "mf:u:";

    private readonly IFieldProtector _protector;

    /// <summary>Uses <paramref name="protector"/> for sensitive members.</summary>
    public FlowSerializer(IFieldProtector protector)
    {
        _protector = protector;
        Options = Create(protector, JsonUnmappedMemberHandling.Skip);
        Strict = Create(null, JsonUnmappedMemberHandling.Disallow);
        Plain = Create(null, JsonUnmappedMemberHandling.Skip);
    }

    /// <summary>For journals and task hubs: sensitive members encrypted; unknown members ignored, so that old histories stay readable.</summary>
    public JsonSerializerOptions Options { get; }

    /// <summary>For requests of users: unknown members are an error, sensitive members are plain text.</summary>
    public JsonSerializerOptions Strict { get; }

    /// <summary>For answers built in memory: as <see cref="Options"/>, nothing encrypted.</summary>
    public JsonSerializerOptions Plain { get; }

    /// <summary>Serializes for a journal.</summary>
    public byte[] ToBytes(object? value, Type type) => JsonSerializer.SerializeToUtf8Bytes(value, type, Options);

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    public object? FromBytes(ReadOnlySpan<byte> json, Type type) => JsonSerializer.Deserialize(json, type, Options);

    /// <summary>Serializes to an element, for inputs of unknown type that travel inside other records.</summary>
    public JsonElement ToElement<T>(T value) => JsonSerializer.SerializeToElement(value, Options);

    /// <summary>Reads an element that <see cref="ToElement{T}"/> made.</summary>
    public T? FromElement<T>(JsonElement element) => element.Deserialize<T>(Options);

    /// <summary>
    /// Reads a user's input of type <paramref name="type"/>. Unknown or wrongly typed members are reported by their path.
    /// </summary>
    /// <exception cref="InvalidInputException">It does not fit the type.</exception>
    public object ReadInput(JsonElement input, Type type)
    {
        try
        {
            return input.Deserialize(type, Strict) ?? throw new InvalidInputException("", "The input must be a JSON object.");
        }
        catch (JsonException e)
        {
            var path = (e.Path ?? "$").TrimStart('$').TrimStart('.');
            throw new InvalidInputException(path.Length == 0 ? "input" : path, InputMessage(e, type));
        }
    }

    /// <summary>
    /// A copy of <paramref name="json"/> for showing: secrets become <c>***</c>; signed URLs are whole when <paramref name="toOwner"/> is true,
    /// else redacted by <see cref="Redaction.SignedUrls"/>.
    /// </summary>
    public JsonNode? Reveal(JsonNode? json, bool toOwner)
    {
        switch (json)
        {
            case JsonObject o:
                var copy = new JsonObject();
                foreach (var (name, value) in o) copy[name] = Reveal(value, toOwner);
                return copy;
            case JsonArray a:
                return new JsonArray([.. a.Select(i => Reveal(i, toOwner))]);
            case JsonValue v when v.TryGetValue<string>(out var s):
                return RevealString(s, toOwner);
            default:
                return json?.DeepClone();
        }
    }

    /// <summary>A copy of <paramref name="json"/> with every protected member in plain text. For activities that hand a stored value to a provider or a flow; never for showing.</summary>
    public JsonNode? Unprotect(JsonNode? json) => json switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Unprotect(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Unprotect)]),
        JsonValue v when v.TryGetValue<string>(out var s) && s.StartsWith(SecretPrefix, StringComparison.Ordinal) => JsonValue.Create(_protector.Unprotect(s[SecretPrefix.Length..])),
        JsonValue v when v.TryGetValue<string>(out var s) && s.StartsWith(SignedUrlPrefix, StringComparison.Ordinal) => JsonValue.Create(_protector.Unprotect(s[SignedUrlPrefix.Length..])),
        _ => json?.DeepClone(),
    };

    private JsonValue RevealString(string s, bool toOwner)
    {
        if (s.StartsWith(SecretPrefix, StringComparison.Ordinal)) return JsonValue.Create("***");
        if (!s.StartsWith(SignedUrlPrefix, StringComparison.Ordinal))
            return JsonValue.Create(toOwner ? s : Redaction.SignedUrls.RedactAll(s));
        var url = _protector.Unprotect(s[SignedUrlPrefix.Length..]);
        return JsonValue.Create(toOwner ? url : Redaction.SignedUrls.RedactAll(url));
    }

    private static string InputMessage(JsonException e, Type type)
    {
        var members = type.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? "" : string.Join(", ", JsonNames(type));
        if (e.Message.Contains("could not be mapped", StringComparison.Ordinal))
        {
            var at = e.Message.IndexOf('\'', StringComparison.Ordinal);
            var name = at < 0 ? "?" : e.Message[(at + 1)..].Split('\'')[0];
            return $"The field '{name}' is not known here. Known fields: {members}.";
        }

        if (e.Message.Contains("missing required properties", StringComparison.Ordinal))
            return "Required fields are missing: " + e.Message[(e.Message.LastIndexOf(':') + 1)..].Trim() + (e.Message.EndsWith('.') ? "" : ".");
        var where = e.Path is null or "$" ? "The input" : $"The field '{e.Path.TrimStart('$').TrimStart('.')}'";
        return $"{where} has the wrong type or form.";
    }

    private static IEnumerable<string> JsonNames(Type type) =>
        JsonSerializerOptions.Web.GetTypeInfo(type).Properties.Select(p => p.Name);

    private static JsonSerializerOptions Create(IFieldProtector? protector, JsonUnmappedMemberHandling unmapped)
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        if (protector is not null) resolver.Modifiers.Add(info => Protect(info, protector));
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = unmapped,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = resolver,
            MaxDepth = 64,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.MakeReadOnly();
        return options;
    }

    private static void Protect(JsonTypeInfo info, IFieldProtector protector)
    {
        if (info.Kind != JsonTypeInfoKind.Object) return;
        foreach (var property in info.Properties)
        {
            var mark = property.AttributeProvider?.GetCustomAttributes(typeof(SensitiveAttribute), inherit: true).OfType<SensitiveAttribute>().FirstOrDefault();
            if (mark is null) continue;
            if (property.PropertyType != typeof(string))
                throw new NotSupportedException($"{info.Type.Name}.{property.Name}: only string members can be marked sensitive.");
            property.CustomConverter = new ProtectedStringConverter(protector, mark.Kind == SensitiveKind.Secret ? SecretPrefix : SignedUrlPrefix);
        }
    }
}
