using System.Globalization;

namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>Watermarks of text and of images.</summary>
internal sealed partial class ImagePlan
{
    // A tile of one pixel would otherwise make a graph of millions.
    private const int MaxTiles = 2000;
    private const string Preprocess = "?x-oss-process=image/";

    private void Watermark(ProcessAction mark)
    {
        if (mark["image"] is { } image) ImageMark(mark, ProcessText.Decode(image));
        if (mark["text"] is { Length: > 0 } text) TextOver(mark, new TextMark(mark, TextFile!(text)));
    }

    private void TextOver(ProcessAction mark, TextMark text)
    {
        Notes.Add(text.Note);
        if (mark["fill"] != "1" && mark.Whole("rotate") is null or 0)
        {
            _graph.Add(text.InPlace());
            return;
        }

        Lay(mark, text.Alone(out var width, out var height), width, height, endless: true);
    }

    private void ImageMark(ProcessAction mark, string image)
    {
        var cut = image.IndexOf(Preprocess, StringComparison.Ordinal);
        var added = AddInput!(cut < 0 ? image : image[..cut]);
        var plan = new ImagePlan(added.Input, added.Width, added.Height) { Main = (Width, Height), Transparent = added.Transparent };
        if (cut >= 0)
            foreach (var action in image[(cut + Preprocess.Length)..].Split('/').Select(a => a.Split(',')))
                plan.Apply(new ProcessAction(action[0], action[1..]));
        var chain = plan.Filter.Length == 0 ? added.Input + "null" : plan.Filter;
        var share = ((mark.Whole("t") ?? 100) / 100.0).ToString(CultureInfo.InvariantCulture);
        Lay(mark, $"{chain},format=rgba,colorchannelmixer=aa={share}", plan.Width, plan.Height, endless: false);
    }

    // A mark is one layer: at its place, or repeated over the whole picture.
    private void Lay(ProcessAction mark, string chain, int width, int height, bool endless)
    {
        if (mark["fill"] != "1")
        {
            var (x, y) = Gravity.Expressions(mark, "W", "H", "w", "h");
            _graph.Overlay(_graph.Side(chain), $"x={x}:y={y}{(endless ? ":shortest=1" : "")}");
            return;
        }

        int stepX = width + (mark.Whole("padx") ?? 0), stepY = height + (mark.Whole("pady") ?? 0);
        int columns = (Width / stepX) + 1, rows = Math.Min((Height / stepY) + 1, Math.Max(1, MaxTiles / ((Width / stepX) + 1)));
        var repeat = endless ? "" : $"loop=loop={(columns * rows) - 1}:size=1:start=0,";
        _graph.Overlay(
            _graph.Side($"{chain},pad={stepX}:{stepY}:0:0:black@0,{repeat}tile={columns}x{rows}:color=black@0"), $"x=0:y=0{(endless ? ":shortest=1" : "")}");
    }
}
