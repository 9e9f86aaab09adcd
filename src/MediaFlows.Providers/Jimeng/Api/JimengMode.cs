namespace MediaFlows.Providers.Jimeng.Api;

/// <summary>One of the document's modes.</summary>
/// <param name="Name">The document's word (<c>t2v_720p</c>).</param>
/// <param name="ReqKey">The service's key for it. Mind the suffixes: text modes end in <c>1080p</c>, image modes in <c>1080</c>.</param>
/// <param name="LeastImages">Fewest images.</param>
/// <param name="MostImages">Most images.</param>
public sealed record JimengMode(string Name, string ReqKey, int LeastImages, int MostImages)
{
    /// <summary>The mode of an input that names none.</summary>
    public const string Default = "t2v_720p";

    /// <summary>True for the mode that moves the camera by a template.</summary>
    public bool MovesCamera { get; init; }

    /// <summary>All modes in the document's order.</summary>
    public static IReadOnlyList<JimengMode> All { get; } =
    [
        new("ti2v_pro", "jimeng_ti2v_v30_pro", 0, 1),
        new("t2v_1080p", "jimeng_t2v_v30_1080p", 0, 0),
        new("i2v_first_1080p", "jimeng_i2v_first_v30_1080", 1, 1),
        new("i2v_first_tail_1080p", "jimeng_i2v_first_tail_v30_1080", 2, 2),
        new("t2v_720p", "jimeng_t2v_v30", 0, 0),
        new("i2v_first_720p", "jimeng_i2v_first_v30", 1, 1),
        new("i2v_first_tail_720p", "jimeng_i2v_first_tail_v30", 2, 2),
        new("i2v_recamera_720p", "jimeng_i2v_recamera_v30", 1, 1) { MovesCamera = true },
    ];

    /// <summary>The mode of that name, or null.</summary>
    public static JimengMode? Find(string name) => All.FirstOrDefault(m => m.Name == name);
}
