using System.Globalization;

namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>A text watermark as ffmpeg draws it.</summary>
internal sealed class TextMark
{
    private readonly ProcessAction _mark;
    private readonly string? _font;
    private readonly string _file;

    /// <summary>Reads the action; <paramref name="file"/> takes the text, which would not survive a filter graph's quoting.</summary>
    public TextMark(ProcessAction mark, string file)
    {
        _mark = mark;
        _file = file;
        Text = ProcessText.Decode(mark["text"] ?? "");
        Size = mark.Whole("size") ?? 40;
        _font = Fonts.Find(mark["type"] is { } type ? ProcessText.Decode(type) : null, Text);
        if (_font is not null) File.WriteAllText(file, Text);
    }

    public string Text { get; }

    public int Size { get; }

    /// <summary>What the font used is, for whoever wonders at the picture.</summary>
    public string Note => _font is null ? "no font is installed, the text is drawn as a bar" : "text drawn in " + Path.GetFileName(_font);

    /// <summary>Width of a box that the text fits in: full-width characters are as wide as they are high, others about two thirds of it.</summary>
    public int BoxWidth => Math.Max(4, Text.EnumerateRunes().Sum(r => r.Value < 0x1100 ? Size * 2 / 3 : Size)) + 4;

    /// <summary>Height of that box.</summary>
    public int BoxHeight => (Size * 13 / 10) + 4;

    /// <summary>Draws it at its place in the picture.</summary>
    public string InPlace()
    {
        if (_font is not null)
        {
            var (x, y) = Gravity.Expressions(_mark, "w", "h", "text_w", "text_h");
            return Draw(x, y, Opacity);
        }

        // drawbox takes no size of a text, so the bar's own numbers stand for them.
        var (left, top) = Gravity.Expressions(_mark, "iw", "ih", $"{BoxWidth}", $"{BoxHeight}");
        return Bar($"max(0\\,{left})", $"max(0\\,{top})", Opacity);
    }

    /// <summary>Draws it alone, on a transparent box that is turned by the action's <c>rotate</c>.</summary>
    public string Alone(out int width, out int height)
    {
        (width, height) = (BoxWidth, BoxHeight);
        // The transparent box has the text's colour, so that its edges are not mixed with black, and the opacity comes after: drawn on nothing it would count twice.
        var clear = $"0x{_mark["color"] ?? "000000"}@0";
        var chain = $"color=c={clear}:s={width}x{height},format=rgba,{(_font is null ? Bar("0", "0", 100) : Draw("(w-text_w)/2", "(h-text_h)/2", 100))},colorchannelmixer=aa={Share(Opacity)}";
        if (_mark.Whole("rotate") is not ({ } degrees and > 0 and < 360)) return chain;
        (width, height) = Turned.Size(width, height, degrees);
        return FormattableString.Invariant($"{chain},rotate={degrees * Math.PI / 180}:ow={width}:oh={height}:c={clear}");
    }

    private string Draw(string x, string y, int opacity)
    {
        var shadow = _mark.Whole("shadow") is { } strength and > 0 ? $":shadowx=2:shadowy=2:shadowcolor=black@{Share(strength)}" : "";
        return $"drawtext=fontfile='{Quoted(_font!)}':textfile='{Quoted(_file)}':expansion=none:fontsize={Size}:fontcolor={Color(opacity)}:x={x}:y={y}{shadow}";
    }

    private string Bar(string x, string y, int opacity) => $"drawbox=x={x}:y={y}:w={BoxWidth}:h={BoxHeight}:color={Color(opacity)}:t=fill";

    private int Opacity => _mark.Whole("t") ?? 100;

    private string Color(int opacity) => $"0x{_mark["color"] ?? "000000"}@{Share(opacity)}";

    private static string Share(int percent) => (percent / 100.0).ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string path) => path.Replace('\\', '/').Replace(":", "\\:", StringComparison.Ordinal);
}
