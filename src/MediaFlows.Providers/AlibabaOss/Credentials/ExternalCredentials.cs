using System.Text.Json;

namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>
/// An <c>External</c> profile: its <c>process_command</c> prints a profile as JSON (<c>mode</c>, <c>access_key_id</c>, <c>access_key_secret</c>,
/// <c>sts_token</c>, <c>expiration</c>). <c>ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS=true</c> forbids it.
/// </summary>
public sealed class ExternalCredentials(CredentialSettings settings, ICredentialProcess process, TimeProvider time)
{
    // Keys without an end are asked for again by every call of the vendor's libraries; one process a minute keeps a batch from starting thousands.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);
    private (string Command, CliProfile Printed, DateTimeOffset At)? _last;

    /// <summary>What the command printed, its mode <c>AK</c> when it named none.</summary>
    /// <exception cref="CredentialStepException">Forbidden, failed, or printed no profile. The output is quoted nowhere.</exception>
    internal async Task<CliProfile> GetAsync(string command, CancellationToken cancellationToken)
    {
        if (settings["ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS"] is "1" || settings.Flag("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS"))
            throw new CredentialStepException("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS forbids to run a process_command.");
        if (_last is { } last && last.Command == command && time.GetUtcNow() - last.At < Remembered) return last.Printed;
        var text = await process.RunAsync(CommandLine.Split(command, OperatingSystem.IsWindows()), cancellationToken);
        var printed = Read(text);
        _last = (command, printed, time.GetUtcNow());
        return printed;
    }

    private static CliProfile Read(string text)
    {
        try
        {
            if (JsonSerializer.Deserialize<CliProfile>(text) is { } p) return string.IsNullOrEmpty(p.Mode) ? p with { Mode = p.StsToken is null ? "AK" : "StsToken" } : p;
        }
        catch (JsonException)
        {
            // Falls through: the parser's message may quote keys.
        }

        throw new CredentialStepException("The process_command printed no JSON profile.");
    }
}
