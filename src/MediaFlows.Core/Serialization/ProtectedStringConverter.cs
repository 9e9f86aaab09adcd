using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaFlows.Core.Serialization;

/// <summary>Writes a string encrypted behind a prefix that says what it is; reads both forms, since users send plain text.</summary>
internal sealed class ProtectedStringConverter(IFieldProtector protector, string prefix) : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is not { } s ? null
        : s.StartsWith(prefix, StringComparison.Ordinal) ? protector.Unprotect(s[prefix.Length..])
        : s;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(prefix + protector.Protect(value));
}
