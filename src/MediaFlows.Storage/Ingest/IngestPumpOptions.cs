using MediaFlows.Core.Errors;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Storage.Ingest;

/// <summary>How the ingest queue is worked on.</summary>
public sealed record IngestPumpOptions
{
    /// <summary>Messages worked on at once (<c>MEDIAFLOWS_INGEST_PARALLEL</c>); 0 leaves the queue alone. Default 16.</summary>
    public int Parallel { get; init; } = 16;

    /// <summary>Longest pause between two looks into an empty queue (<c>MEDIAFLOWS_INGEST_POLL_SECONDS</c>). Default one minute, as on the Functions host.</summary>
    public TimeSpan MaxPollInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a message is hidden before it is seen again (<c>MEDIAFLOWS_INGEST_VISIBILITY_SECONDS</c>); work in hand renews it at a third of that. So it is how
    /// long the messages of a host that was killed wait. Default 30 seconds, as on the Functions host.
    /// </summary>
    public TimeSpan Visibility { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Pause before a failed message is delivered again; doubled with each delivery. Default 5 seconds.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long work that has begun may go on when the host stops. Default 10 seconds.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Reads the settings named above.</summary>
    /// <exception cref="FlowException"><c>MF1001</c> naming the setting that cannot be read.</exception>
    public static IngestPumpOptions Read(IConfiguration configuration)
    {
        var options = new IngestPumpOptions();
        return options with
        {
            Parallel = Number(configuration, "MEDIAFLOWS_INGEST_PARALLEL", options.Parallel, 0, 256),
            MaxPollInterval = TimeSpan.FromSeconds(Number(configuration, "MEDIAFLOWS_INGEST_POLL_SECONDS", 60, 1, 3600)),
            Visibility = TimeSpan.FromSeconds(Number(configuration, "MEDIAFLOWS_INGEST_VISIBILITY_SECONDS", 30, 5, 3600)),
        };
    }

    private static int Number(IConfiguration configuration, string name, int otherwise, int least, int most)
    {
        if (configuration[name] is not { Length: > 0 } text) return otherwise;
        return int.TryParse(text, out var number) && number >= least && number <= most
            ? number
            : throw new FlowException(ErrorCodes.InvalidInput, $"The setting {name} must be a whole number from {least} to {most}.");
    }
}
