using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Api.Pipelines;

/// <summary>JSON Schemas (2020-12) of inputs and outputs, made from the records themselves: descriptions, required members, enums, secrets.</summary>
public sealed class JsonSchemas
{
    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };
    private readonly FlowSerializer _serializer;

    /// <summary>Uses the serializer's member names.</summary>
    public JsonSchemas(FlowSerializer serializer) => _serializer = serializer;

    /// <summary>Schema of what a user sends: other members are refused.</summary>
    public JsonNode Input(Type type) => _serializer.Strict.GetJsonSchemaAsNode(type, Exporter);

    /// <summary>Schema of what is answered.</summary>
    public JsonNode Output(Type type) => _serializer.Plain.GetJsonSchemaAsNode(type, Exporter);

    /// <summary>Schema of a document of the API itself.</summary>
    internal static JsonNode Document(Type type) => Reading.ApiJson.Options.GetJsonSchemaAsNode(type, Exporter);

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var attributes = context.PropertyInfo?.AttributeProvider ?? (context.Path.Length == 0 ? context.TypeInfo.Type : null);
        if (attributes is null || schema is not JsonObject o) return schema;
        if (Find<DescriptionAttribute>(attributes) is { } description) o.Insert(0, "description", description.Description);
        if (Find<SensitiveAttribute>(attributes) is { Kind: SensitiveKind.Secret }) o["writeOnly"] = true;
        return o;
    }

    private static T? Find<T>(ICustomAttributeProvider provider)
        where T : Attribute => provider.GetCustomAttributes(typeof(T), inherit: true).OfType<T>().FirstOrDefault();
}
