using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace MediaFlows.Storage.Secrets;

/// <summary>Adds a <c>.env</c> file to a host's configuration.</summary>
public static class DotEnvConfiguration
{
    /// <summary>
    /// Adds <paramref name="path"/> below every source that is there already, so that a real variable, user secrets and the command line all go
    /// before it. A missing file adds nothing.
    /// </summary>
    public static IConfigurationBuilder AddDotEnvFile(this IConfigurationBuilder builder, string path)
    {
        if (!File.Exists(path)) return builder;
        var values = DotEnv.Parse(File.ReadAllText(path)).Select(v => new KeyValuePair<string, string?>(v.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal), v.Value));
        builder.Sources.Insert(0, new MemoryConfigurationSource { InitialData = [.. values] });
        return builder;
    }
}
