namespace MediaFlows.Cli.Connection;

/// <summary>Settings that every host of this command starts with.</summary>
internal static class HostStart
{
    public static Dictionary<string, string?> Settings(string? connectionString)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (connectionString is not null) settings["AzureWebJobsStorage"] = connectionString;
        return settings;
    }
}
