using System.ComponentModel;
using MediaFlows.Core.Media;

namespace MediaFlows.Providers.Tencent.Flows.Inputs;

/// <summary>What every operation takes that works on one media of the library.</summary>
public abstract record MediaTaskInput : TaskInput
{
    /// <summary>FileId; a path or a link is uploaded first.</summary>
    [Description("Id of the media; a local path or a link is uploaded first.")]
    public string? FileId { get; init; }

    /// <summary>A file to upload, or a link to fetch, first.</summary>
    [Description("A file to upload, or a link to fetch, first.")]
    public MediaSource? Source { get; init; }

    /// <summary>Path in storage, for sub-applications in fileid+path mode; instead of a FileId.</summary>
    [Description("Path in storage, instead of an id.")]
    public string? MediaStoragePath { get; init; }
}
