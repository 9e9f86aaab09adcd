namespace MediaFlows.Cli.Connection;

/// <summary>A host for the length of one command: one that runs elsewhere, or one inside this process.</summary>
internal sealed class HostSession(ApiClient api, IAsyncDisposable? embedded) : IAsyncDisposable
{
    public ApiClient Api { get; } = api;

    /// <summary>True when the flow stops going on once this command ends (it is kept, and goes on with the next host).</summary>
    public bool IsEmbedded { get; } = embedded is not null;

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        if (embedded is not null) await embedded.DisposeAsync();
    }
}
