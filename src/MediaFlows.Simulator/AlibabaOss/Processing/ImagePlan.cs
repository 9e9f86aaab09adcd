using System.Globalization;
using MediaFlows.Simulator.AlibabaOss.Wire;

namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>Turns image actions into one ffmpeg filter graph and keeps track of the size on the way, as the service's rules say.</summary>
internal sealed class ImagePlan(int width, int height)
{
    private readonly List<string> _chain = [];
    private string _graph = "";
    private string _head = "[0:v]";

    public int Width { get; private set; } = width;

    public int Height { get; private set; } = height;

    public int? Quality { get; private set; }

    /// <summary>Keys of watermark images, in the order of the inputs.</summary>
    public List<string> Overlays { get; } = [];

    public string Filter => _graph + (_chain.Count > 0 ? _head + string.Join(',', _chain) : _graph.Length > 0 ? _head + "null" : "");

    public void Apply(ProcessAction action)
    {
        switch (action.Name)
        {
            case "resize":
                Resize(action);
                break;
            case "crop":
                Crop(action);
                break;
            case "indexcrop":
                IndexCrop(action);
                break;
            case "rotate":
                Rotate(int.Parse(action.Value ?? "0", CultureInfo.InvariantCulture));
                break;
            case "flip":
                _chain.AddRange(action.Value switch { "0" => ["vflip"], "1" => ["hflip"], _ => (string[])["vflip", "hflip"] });
                break;
            case "quality":
                Quality = action.Whole("Q") ?? action.Whole("q");
                break;
            case "blur":
                _chain.Add($"gblur=sigma={action.Whole("s") ?? 10}");
                break;
            case "sharpen":
                _chain.Add(FormattableString.Invariant($"unsharp=5:5:{Math.Min(double.Parse(action.Value!, CultureInfo.InvariantCulture) / 100, 5)}"));
                break;
            case "bright":
                _chain.Add(FormattableString.Invariant($"eq=brightness={double.Parse(action.Value!, CultureInfo.InvariantCulture) / 200}"));
                break;
            case "contrast":
                _chain.Add(FormattableString.Invariant($"eq=contrast={1 + (double.Parse(action.Value!, CultureInfo.InvariantCulture) / 100)}"));
                break;
            case "circle":
                var radius = Math.Min(action.Whole("r") ?? 1, Math.Min(Width, Height) / 2);
                Take(radius * 2, radius * 2, (Width - (radius * 2)) / 2, (Height - (radius * 2)) / 2);
                _chain.Add($"format=rgba,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='if(lte(hypot(X-{radius},Y-{radius}),{radius}),255,0)'");
                break;
            case "watermark":
                Watermark(action);
                break;
            case "format" or "interlace" or "auto-orient" or "rounded-corners" or "blindwatermark":
                break;
            default:
                throw new OssErrorException(OssError.InvalidArgument("The action is not supported.", "x-oss-process", action.Name));
        }
    }

    private void Resize(ProcessAction action)
    {
        double w = action.Whole("w") ?? 0, h = action.Whole("h") ?? 0;
        var mode = action["m"] ?? "lfit";
        if (action.Whole("p") is { } percent)
        {
            Scale(Width * percent / 100.0, Height * percent / 100.0);
            return;
        }

        if (w == 0 && h == 0)
        {
            var side = (double)(action.Whole("l") ?? action.Whole("s") ?? throw new OssErrorException(OssError.InvalidArgument("A size is required.", "resize", "", "0040-00000314")));
            var reference = action.Whole("l") is not null ? Math.Max(Width, Height) : Math.Min(Width, Height);
            (w, h, mode) = (Width * side / reference, Height * side / reference, "fixed");
        }

        if (action["limit"] != "0" && (w > Width || w == 0) && (h > Height || h == 0)) return;
        if (w == 0) w = mode == "fixed" ? h : Width * h / Height;
        if (h == 0) h = mode == "fixed" ? w : Height * w / Width;
        var (least, most) = (Math.Min(w / Width, h / Height), Math.Max(w / Width, h / Height));
        switch (mode)
        {
            case "fixed":
                Scale(w, h);
                break;
            case "mfit":
                Scale(Width * most, Height * most);
                break;
            case "fill":
                Scale(Width * most, Height * most);
                Take((int)w, (int)h, (Width - (int)w) / 2, (Height - (int)h) / 2);
                break;
            case "pad":
                Scale(Width * least, Height * least);
                _chain.Add($"pad={(int)w}:{(int)h}:(ow-iw)/2:(oh-ih)/2:0x{action["color"] ?? "FFFFFF"}");
                (Width, Height) = ((int)w, (int)h);
                break;
            case "lfit":
                Scale(Width * least, Height * least);
                break;
            default:
                throw new OssErrorException(OssError.InvalidArgument("The mode is not valid.", "m", mode, "0040-00000311"));
        }
    }

    private void Scale(double w, double h)
    {
        (Width, Height) = (Math.Max(1, (int)Math.Round(w)), Math.Max(1, (int)Math.Round(h)));
        _chain.Add($"scale={Width}:{Height}");
    }

    private void Crop(ProcessAction action)
    {
        var place = action["g"] ?? "nw";
        var (column, row) = place switch { "north" => (1, 0), "ne" => (2, 0), "west" => (0, 1), "center" => (1, 1), "east" => (2, 1), "sw" => (0, 2), "south" => (1, 2), "se" => (2, 2), _ => (0, 0) };
        int w = Math.Min(action.Whole("w") ?? Width, Width), h = Math.Min(action.Whole("h") ?? Height, Height);
        // The origin is the chosen ninth's corner, moved so that a centred or right-hand box lies inside.
        int x = (column * (Width - w) / 2) + (action.Whole("x") ?? 0), y = (row * (Height - h) / 2) + (action.Whole("y") ?? 0);
        if (x >= Width || y >= Height) throw new OssErrorException(new OssError(400, "BadRequest", "Advance cut's position is out of image."));
        Take(Math.Min(w, Width - x), Math.Min(h, Height - y), x, y);
    }

    private void IndexCrop(ProcessAction action)
    {
        var index = action.Whole("i") ?? 0;
        if (action.Whole("y") is { } y)
        {
            if (index * y < Height) Take(Width, Math.Min(y, Height - (index * y)), 0, index * y);
        }
        else if (action.Whole("x") is { } x && index * x < Width)
        {
            Take(Math.Min(x, Width - (index * x)), Height, index * x, 0);
        }
    }

    private void Take(int w, int h, int x, int y)
    {
        _chain.Add($"crop={w}:{h}:{x}:{y}");
        (Width, Height) = (w, h);
    }

    private void Rotate(int degrees)
    {
        if (degrees % 360 == 0) return;
        var radians = degrees * Math.PI / 180;
        var (w, h) = (Math.Abs(Width * Math.Cos(radians)) + Math.Abs(Height * Math.Sin(radians)), Math.Abs(Width * Math.Sin(radians)) + Math.Abs(Height * Math.Cos(radians)));
        (Width, Height) = ((int)Math.Round(w), (int)Math.Round(h));
        _chain.Add(FormattableString.Invariant($"rotate={radians}:ow={Width}:oh={Height}:c=white"));
    }

    private void Watermark(ProcessAction action)
    {
        if (action["image"] is { } image)
        {
            Overlays.Add(ProcessText.Decode(image).Split('?')[0]);
            _graph += _head + (_chain.Count > 0 ? string.Join(',', _chain) : "null") + $"[m{Overlays.Count}];[m{Overlays.Count}][{Overlays.Count}:v]overlay=W-w-10:H-h-10[o{Overlays.Count}];";
            _head = $"[o{Overlays.Count}]";
            _chain.Clear();
            return;
        }

        // Text is drawn as a bar of its length: a machine without fonts makes the same picture.
        var length = Math.Max(4, ProcessText.Decode(action["text"] ?? "").Length * (action.Whole("size") ?? 40) / 2);
        _chain.Add($"drawbox=x=max(0\\,iw-{length}-10):y=max(0\\,ih-{action.Whole("size") ?? 40}-10):w={length}:h={action.Whole("size") ?? 40}:color=0x{action["color"] ?? "000000"}@{((action.Whole("t") ?? 100) / 100.0).ToString(CultureInfo.InvariantCulture)}:t=fill");
    }
}
