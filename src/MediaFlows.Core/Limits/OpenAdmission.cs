namespace MediaFlows.Core.Limits;

/// <summary>Admits everything: for hosts and tests without limits.</summary>
public sealed class OpenAdmission : IAdmission
{
    /// <summary>The one there is.</summary>
    public static readonly OpenAdmission Instance = new();

    private OpenAdmission()
    {
    }

    /// <inheritdoc/>
    public Task<string?> AskAsync(string provider, string instanceId, string step, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
