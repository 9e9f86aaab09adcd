using System.Text.Json;

namespace MediaFlows.Providers.Tencent.Catalogues;

/// <summary>Reads the provider's embedded data files. What changes with the service's offer lives there, not in code.</summary>
internal static class DataFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The file named <paramref name="name"/> as <typeparamref name="T"/>.</summary>
    public static T Read<T>(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream($"MediaFlows.Providers.Tencent.Data.{name}")
            ?? throw new InvalidOperationException($"The data file {name} is not embedded.");
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidOperationException($"The data file {name} is empty.");
    }
}
