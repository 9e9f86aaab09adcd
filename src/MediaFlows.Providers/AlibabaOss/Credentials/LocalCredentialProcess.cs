using System.ComponentModel;
using System.Diagnostics;

namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>A real process without a shell. Its standard error is read and dropped: it may hold keys.</summary>
public sealed class LocalCredentialProcess(TimeProvider time) : ICredentialProcess
{
    // The figure of the vendor's libraries.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public async Task<string> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        using var process = new Process { StartInfo = start };
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            process.Start();
            // Nobody is there to answer a question.
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync(both.Token);
            var output = await process.StandardOutput.ReadToEndAsync(both.Token);
            await errors;
            await process.WaitForExitAsync(both.Token);
            return process.ExitCode == 0 ? output : throw new CredentialStepException($"The process_command ended with exit code {process.ExitCode}.");
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            throw new CredentialStepException("The program of the process_command could not be started.");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new CredentialStepException($"The process_command gave no keys within {Patience.TotalSeconds:0} seconds.");
        }
    }
}
