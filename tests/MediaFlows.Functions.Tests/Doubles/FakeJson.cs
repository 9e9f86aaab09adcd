using System.Text.Json;

namespace MediaFlows.Functions.Tests.Doubles;

/// <summary>Values cross the fake hub as text, as they cross the real one.</summary>
internal static class FakeJson
{
    public static string? Write(object? value) => value is null ? null : JsonSerializer.Serialize(value);

    public static T Read<T>(string? json) => json is null ? default! : JsonSerializer.Deserialize<T>(json)!;
}
