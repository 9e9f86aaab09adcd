namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>Runs the program of an <c>External</c> profile, so that tests need none.</summary>
public interface ICredentialProcess
{
    /// <summary>What <paramref name="words"/> (program and arguments) prints on standard output.</summary>
    /// <exception cref="CredentialStepException">It could not be started, failed or took longer than a minute.</exception>
    Task<string> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken);
}
