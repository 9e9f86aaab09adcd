using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Functions.Tests.Generation;

namespace MediaFlows.Functions.Tests.Settings;

/// <summary>The checked-in settings.</summary>
internal static class SettingsFiles
{
    public static string Text(string name) => File.ReadAllText(Path.Combine(RepositoryFiles.Root, name));

    public static JsonNode Read(string name) =>
        JsonNode.Parse(Text(name), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })!;
}
