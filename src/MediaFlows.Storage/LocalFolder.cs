using Microsoft.Extensions.Configuration;

namespace MediaFlows.Storage;

/// <summary>Where the embedded host and the command line keep their key files: <c>MEDIAFLOWS_HOME</c>, by default <c>~/.mediaflows</c>.</summary>
public static class LocalFolder
{
    /// <summary>The folder; it may not exist yet.</summary>
    public static string Of(IConfiguration configuration) => configuration["MEDIAFLOWS_HOME"] is { Length: > 0 } home
        ? Path.GetFullPath(home)
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".mediaflows");

    /// <summary>The file of field keys: <c>MEDIAFLOWS_KEY_FILE</c>, by default <c>field.keys</c> in the folder.</summary>
    public static string KeyFile(IConfiguration configuration) =>
        configuration["MEDIAFLOWS_KEY_FILE"] is { Length: > 0 } file ? Path.GetFullPath(file) : Path.Combine(Of(configuration), "field.keys");

    /// <summary>The file of API keys: <c>MEDIAFLOWS_API_KEY_FILE</c>, by default <c>api.keys</c> in the folder.</summary>
    public static string ApiKeyFile(IConfiguration configuration) =>
        configuration["MEDIAFLOWS_API_KEY_FILE"] is { Length: > 0 } file ? Path.GetFullPath(file) : Path.Combine(Of(configuration), "api.keys");
}
