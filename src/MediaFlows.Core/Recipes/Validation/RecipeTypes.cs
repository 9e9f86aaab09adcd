using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using MediaFlows.Core.Recipes.Expressions;

namespace MediaFlows.Core.Recipes.Validation;

/// <summary>Reads kinds and members off the record types of the catalog, by their JSON names.</summary>
internal sealed class RecipeTypes(JsonSerializerOptions options)
{
    public IEnumerable<JsonPropertyInfo> Members(Type type) => IsRecord(type) ? options.GetTypeInfo(type).Properties : [];

    public JsonPropertyInfo? Member(Type type, string name) => Members(type).FirstOrDefault(p => p.Name == name);

    /// <summary>Kind at the end of <paramref name="parts"/> below <paramref name="type"/>; null when a member does not exist.</summary>
    public ValueKind? KindAt(Type type, IEnumerable<PathPart> parts)
    {
        var at = type;
        foreach (var part in parts)
        {
            if (Kind(at) == ValueKind.Any) return ValueKind.Any;
            if (part.Name is null)
            {
                if (Element(at) is not { } element) return null;
                at = element;
                continue;
            }

            if (!IsRecord(at)) return null;
            if (Member(at, part.Name) is not { } member) return null;
            at = member.PropertyType;
        }

        return Kind(at);
    }

    public static ValueKind Kind(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string) || type.IsEnum || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(Guid) || type == typeof(TimeSpan) || type == typeof(Uri)) return ValueKind.Text;
        if (type == typeof(bool)) return ValueKind.Boolean;
        if (type.IsPrimitive || type == typeof(decimal)) return ValueKind.Number;
        if (type == typeof(JsonElement) || type == typeof(JsonNode) || type == typeof(object) || type == typeof(JsonObject) || type.IsAssignableTo(typeof(IDictionary))) return ValueKind.Any;
        if (type.IsGenericType && type.GetGenericTypeDefinition() is { } g && (g == typeof(IReadOnlyDictionary<,>) || g == typeof(IDictionary<,>))) return ValueKind.Any;
        return type.IsAssignableTo(typeof(IEnumerable)) ? ValueKind.List : ValueKind.Object;
    }

    public static ValueKind Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => ValueKind.Text,
        JsonValueKind.Number => ValueKind.Number,
        JsonValueKind.True or JsonValueKind.False => ValueKind.Boolean,
        JsonValueKind.Object => ValueKind.Object,
        JsonValueKind.Array => ValueKind.List,
        _ => ValueKind.Any,
    };

    public static ValueKind Kind(string recipeType) => recipeType switch
    {
        "string" => ValueKind.Text,
        "number" or "integer" => ValueKind.Number,
        "boolean" => ValueKind.Boolean,
        "object" => ValueKind.Object,
        "array" => ValueKind.List,
        _ => ValueKind.Any,
    };

    /// <summary>True when <paramref name="value"/> is of the recipe type <paramref name="recipeType"/>.</summary>
    public static bool Is(JsonNode value, string recipeType) =>
        Kind(value) == Kind(recipeType) && (recipeType != "integer" || decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && decimal.IsInteger(n));

    private static bool IsRecord(Type type) => Kind(type) == ValueKind.Object;

    public static Type? Element(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
}
