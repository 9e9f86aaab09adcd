namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>Where a watermark lies: one of nine places, with its distance from the edges.</summary>
internal static class Gravity
{
    /// <summary>Expressions for the upper left corner, in ffmpeg's names of the outer and the inner width and height.</summary>
    public static (string X, string Y) Expressions(ProcessAction mark, string outerWidth, string outerHeight, string innerWidth, string innerHeight)
    {
        int x = mark.Whole("x") ?? 10, y = mark.Whole("y") ?? 10;
        var place = mark["g"] ?? "se";
        var across = place is "north" or "center" or "south" ? $"({outerWidth}-{innerWidth})/2" : place is "nw" or "west" or "sw" ? $"{x}" : $"{outerWidth}-{innerWidth}-{x}";
        var down = place is "west" or "center" or "east" ? $"({outerHeight}-{innerHeight})/2+{mark.Whole("voffset") ?? 0}"
            : place is "nw" or "north" or "ne" ? $"{y}" : $"{outerHeight}-{innerHeight}-{y}";
        return (across, down);
    }
}
