namespace MediaFlows.Simulator.BytePlus.Jobs;

/// <summary>A URL that the service fetches.</summary>
internal sealed record PullJob(string JobId, string Space, string SourceUrl, string FileName, DateTimeOffset DueAt, bool Fails, Task<StoredMedia?> Fetch)
{
    /// <summary>
    /// The media once the job's time is over, or null while it runs or when it failed. The real fetch is awaited then, so that tests on a
    /// virtual clock do not race with it.
    /// </summary>
    public async Task<(string State, StoredMedia? Media)> StateAsync(DateTimeOffset now, DateTimeOffset startedAt)
    {
        if (now < DueAt) return (now - startedAt < (DueAt - startedAt) / 4 ? "initial" : "processing", null);
        var media = Fails ? null : await Fetch;
        return media is null ? ("failed", null) : ("success", media);
    }

    /// <summary>UTC time of the submit.</summary>
    public required DateTimeOffset StartedAt { get; init; }
}
