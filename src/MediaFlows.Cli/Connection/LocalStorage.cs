using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;
using MediaFlows.Local;
using MediaFlows.Local.Azurite;

namespace MediaFlows.Cli.Connection;

/// <summary>The storage a host on this machine uses when none is configured: Azurite with its data in the home folder.</summary>
internal static class LocalStorage
{
    private static readonly string[] Names = ["AzureWebJobsStorage", "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__accountName", "MEDIAFLOWS_STORAGE"];

    /// <summary>True when the environment names a storage account.</summary>
    public static bool IsConfigured => Array.Exists(Names, n => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(n)));

    /// <summary>Starts Azurite unless storage is configured; null then.</summary>
    public static async Task<AzuriteProcess?> StartAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        if (IsConfigured) return null;
        try
        {
            return await AzuriteProcess.StartAsync(
                new AzuriteOptions { DataFolder = Path.Combine(HomeFolder.Path, "azurite"), OnProgress = terminal.Say }, cancellationToken);
        }
        catch (FolderInUseException e)
        {
            throw new CliException(ExitCodes.NotStarted, ErrorCodes.HubOwned, e.Message, "Wait until that one has ended or is ready to be talked to, or set MEDIAFLOWS_HOME to another folder.");
        }
        catch (LocalToolException e)
        {
            throw new CliException(ExitCodes.NotStarted, ErrorCodes.StorageUnavailable, e.Message, "Install Node.js with npm, or set AzureWebJobsStorage to a storage account.");
        }
    }
}
