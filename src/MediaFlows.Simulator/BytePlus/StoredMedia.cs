namespace MediaFlows.Simulator.BytePlus;

/// <summary>A media asset.</summary>
internal sealed record StoredMedia(string Vid, string Space, string FileName, string StoreUri, long Size, DateTimeOffset CreatedAt)
{
    /// <summary>Only published media have play URLs.</summary>
    public bool Published { get; set; }
}
