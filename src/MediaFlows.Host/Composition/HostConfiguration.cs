using MediaFlows.Storage.Secrets;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Host.Composition;

/// <summary>Where settings come from, strongest first: what the embedding process gave, environment, user secrets (<c>mediaflows</c>), <c>.env</c>.</summary>
internal static class HostConfiguration
{
    private const string UserSecretsId = "mediaflows";

    public static void Apply(ConfigurationManager configuration, HostOptions options)
    {
        IConfigurationBuilder builder = configuration;
        builder.Sources.Clear();
        if (options.ReadEnvironment)
        {
            builder.AddUserSecrets(UserSecretsId, reloadOnChange: false);
            builder.AddEnvironmentVariables();
            builder.AddDotEnvFile(Path.Combine(Environment.CurrentDirectory, ".env"));
        }

        builder.AddInMemoryCollection(options.Settings.Select(s => KeyValuePair.Create(s.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal), s.Value)));
    }
}
