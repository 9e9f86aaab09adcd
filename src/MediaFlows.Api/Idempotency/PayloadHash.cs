using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using MediaFlows.Api.Start;

namespace MediaFlows.Api.Idempotency;

/// <summary>Hash of what a start request means: the order of members and white space do not matter.</summary>
internal static class PayloadHash
{
    /// <summary>Lower-case hex SHA-256 over pipeline, input and options. The trace parent is no part of it: each try has its own.</summary>
    public static string Of(StartCommand command)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(command.Pipeline);
            writer.WriteBooleanValue(command.UseDefaults);
            writer.WriteStringValue(command.InstanceId);
            writer.WriteStringValue(command.Batch);
            writer.WriteStringValue(command.StartAt?.UtcDateTime.ToString("O"));
            foreach (var (name, value) in (command.Tags ?? new Dictionary<string, string>(StringComparer.Ordinal)).OrderBy(t => t.Key, StringComparer.Ordinal))
            {
                writer.WriteStringValue(name);
                writer.WriteStringValue(value);
            }

            if (command.Notify is { } notify)
            {
                writer.WriteStringValue(notify.Url);
                writer.WriteStringValue(notify.Secret);
                writer.WriteStringValue(string.Join(' ', notify.Events ?? []));
            }

            Write(writer, command.Input);
            writer.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray()) Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
