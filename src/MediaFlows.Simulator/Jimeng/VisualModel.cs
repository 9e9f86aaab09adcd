namespace MediaFlows.Simulator.Jimeng;

/// <summary>What a <c>req_key</c> takes.</summary>
/// <param name="ReqKey">Key.</param>
/// <param name="LeastImages">Fewest images.</param>
/// <param name="MostImages">Most images.</param>
/// <param name="FullHd">True for the 1080 sizes.</param>
internal sealed record VisualModel(string ReqKey, int LeastImages, int MostImages, bool FullHd)
{
    private static readonly VisualModel[] All =
    [
        new("jimeng_ti2v_v30_pro", 0, 1, true),
        new("jimeng_t2v_v30_1080p", 0, 0, true),
        new("jimeng_i2v_first_v30_1080", 1, 1, true),
        new("jimeng_i2v_first_tail_v30_1080", 2, 2, true),
        new("jimeng_t2v_v30", 0, 0, false),
        new("jimeng_i2v_first_v30", 1, 1, false),
        new("jimeng_i2v_first_tail_v30", 2, 2, false),
        new("jimeng_i2v_recamera_v30", 1, 1, false) { Camera = true },
    ];

    private static readonly (string Ratio, int Width, int Height)[] Full =
        [("21:9", 2176, 928), ("16:9", 1920, 1088), ("4:3", 1664, 1248), ("1:1", 1440, 1440), ("3:4", 1248, 1664), ("9:16", 1088, 1920)];

    private static readonly (string Ratio, int Width, int Height)[] Half =
        [("21:9", 1504, 640), ("16:9", 1248, 704), ("4:3", 1120, 832), ("1:1", 960, 960), ("3:4", 832, 1120), ("9:16", 704, 1248)];

    /// <summary>True for the model that takes a camera template.</summary>
    public bool Camera { get; init; }

    public static VisualModel? Find(string? reqKey) => Array.Find(All, m => m.ReqKey == reqKey);

    /// <summary>Output size of a ratio word; null for a word that is not known.</summary>
    public (int Width, int Height)? SizeOf(string ratio)
    {
        var row = Array.Find(FullHd ? Full : Half, s => s.Ratio == ratio);
        return row.Ratio is null ? null : (row.Width, row.Height);
    }

    /// <summary>Output size whose ratio is nearest to an input image's.</summary>
    public (int Width, int Height) Nearest(double ratio)
    {
        var row = (FullHd ? Full : Half).MinBy(s => Math.Abs(((double)s.Width / s.Height) - ratio));
        return (row.Width, row.Height);
    }
}
