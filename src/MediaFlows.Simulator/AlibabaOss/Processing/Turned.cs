namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>Sizes of turned pictures.</summary>
internal static class Turned
{
    /// <summary>The box around a picture that was turned clockwise.</summary>
    public static (int Width, int Height) Size(int width, int height, int degrees)
    {
        var radians = degrees * Math.PI / 180;
        var (cosine, sine) = (Math.Abs(Math.Cos(radians)), Math.Abs(Math.Sin(radians)));
        return ((int)Math.Round((width * cosine) + (height * sine)), (int)Math.Round((width * sine) + (height * cosine)));
    }
}
