using MediaFlows.Core.Errors;

namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>
/// The documented discovery order: the first source that works wins and is remembered; one that fails is only recorded.
/// Temporary keys are renewed from the same source before they end. Keys are kept in memory and shown nowhere.
/// </summary>
public sealed class CredentialChain : IDisposable
{
    private readonly IReadOnlyList<ICredentialStep> _steps;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _one = new(1, 1);
    private ICredentialStep? _winner;
    private OssCredentials? _current;

    /// <summary>Asks <paramref name="steps"/> in their order.</summary>
    public CredentialChain(IEnumerable<ICredentialStep> steps, TimeProvider time)
    {
        _steps = [.. steps];
        _time = time;
    }

    /// <summary>The credentials to sign the next call with.</summary>
    /// <exception cref="FlowException"><c>MF3001</c> with what each source said; never a secret.</exception>
    public async Task<OssCredentials> GetAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            // Long-lived keys are read each time, so that a rotated secret is used at once; the read itself is cached by the secret source.
            if (_current is { Expiration: not null } known && !known.NeedsRenewal(_time.GetUtcNow())) return known;
            return _current = await FindAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<OssCredentials> FindAsync(CancellationToken cancellationToken)
    {
        var said = new List<string>();
        foreach (var step in _winner is null ? _steps : [_winner, .. _steps.Where(s => s != _winner)])
        {
            try
            {
                if (await step.TryGetAsync(cancellationToken) is { } found)
                {
                    _winner = step;
                    return found;
                }

                said.Add($"{step.Name}: not set up");
            }
            catch (CredentialStepException e)
            {
                said.Add($"{step.Name}: {e.Message}");
            }
        }

        throw new FlowException(new FlowError(ErrorCodes.CredentialsMissing, "No Alibaba Cloud credentials were found. " + string.Join("; ", said))
        {
            Provider = "oss",
            Hint = "Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or sign in with the vendor's command line (configure), or run on a machine with a RAM role.",
        });
    }
}
