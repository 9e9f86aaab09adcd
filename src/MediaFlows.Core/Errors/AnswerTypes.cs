using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaFlows.Core.Errors;

/// <summary>Tells from an input record what kind of value each of its questions wants.</summary>
internal static class AnswerTypes
{
    private static readonly HashSet<Type> Integers = [typeof(int), typeof(long), typeof(short), typeof(byte)];
    private static readonly HashSet<Type> Numbers = [typeof(double), typeof(float), typeof(decimal)];

    /// <summary>JSON Schema type of the member that <paramref name="field"/> names, or null when there is no such member or it takes anything.</summary>
    public static string? Of(Type input, string field) =>
        input.GetProperties(BindingFlags.Public | BindingFlags.Instance).FirstOrDefault(p => NameOf(p) == field) is { } property
            ? Word(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
            : null;

    private static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static string? Word(Type type)
    {
        if (type == typeof(string) || type.IsEnum) return "string";
        if (Integers.Contains(type)) return "integer";
        if (Numbers.Contains(type)) return "number";
        if (type == typeof(bool)) return "boolean";
        if (type.Namespace?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true) return null;
        return type.IsAssignableTo(typeof(IEnumerable)) ? "array" : "object";
    }
}
