using System.Globalization;
using MediaFlows.Simulator.AlibabaOss.Wire;

namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>Turns image actions into one ffmpeg filter graph and keeps track of the size on the way, as the service's rules say.</summary>
/// <param name="input">Label of the picture in the graph.</param>
/// <param name="width">Pixels.</param>
/// <param name="height">Pixels.</param>
internal sealed partial class ImagePlan(string input, int width, int height)
{
    private readonly FilterGraph _graph = new(input);

    public int Width { get; private set; } = width;

    public int Height { get; private set; } = height;

    public int? Quality { get; private set; }

    /// <summary>True for a progressive JPEG.</summary>
    public bool Interlaced { get; private set; }

    /// <summary>True when parts of the picture may be transparent now.</summary>
    public bool Transparent { get; set; }

    /// <summary>EXIF orientation of the source.</summary>
    public int? Orientation { get; init; }

    /// <summary>Of the main picture, for a watermark image that is scaled relative to it.</summary>
    public (int Width, int Height)? Main { get; init; }

    /// <summary>Gives a path for a text.</summary>
    public Func<string, string>? TextFile { get; init; }

    /// <summary>Adds a watermark image to the inputs: returns its label, size and whether it may be transparent.</summary>
    public Func<string, (string Input, int Width, int Height, bool Transparent)>? AddInput { get; init; }

    public List<string> Notes { get; } = [];

    /// <summary>The finished graph; empty when the picture stays as it is.</summary>
    public string Filter => _graph.Text;

    /// <summary>Puts white behind everything transparent, for formats that know no transparency.</summary>
    public void Flatten()
    {
        if (!Transparent) return;
        _graph.Add("format=rgba");
        _graph.Underlay(_graph.Side($"color=c=white:s={Width}x{Height}"));
    }

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
                Flip(action.Value);
                break;
            case "auto-orient":
                if (action.Value != "0") Orient();
                break;
            case "quality":
                Quality = action.Whole("Q") ?? action.Whole("q");
                break;
            case "interlace":
                Interlaced = action.Value == "1";
                break;
            case "blur":
                _graph.Add($"gblur=sigma={action.Whole("s") ?? 10}");
                break;
            case "sharpen":
                _graph.Add(FormattableString.Invariant($"unsharp=5:5:{Math.Min(double.Parse(action.Value!, CultureInfo.InvariantCulture) / 100, 5)}"));
                break;
            case "bright":
                _graph.Add(FormattableString.Invariant($"eq=brightness={double.Parse(action.Value!, CultureInfo.InvariantCulture) / 200}"));
                break;
            case "contrast":
                _graph.Add(FormattableString.Invariant($"eq=contrast={1 + (double.Parse(action.Value!, CultureInfo.InvariantCulture) / 100)}"));
                break;
            case "circle":
                var radius = Math.Min(action.Whole("r") ?? 1, Math.Min(Width, Height) / 2);
                Take(radius * 2, radius * 2, (Width - (radius * 2)) / 2, (Height - (radius * 2)) / 2);
                Round(radius);
                break;
            case "rounded-corners":
                Round(Math.Min(action.Whole("r") ?? 1, Math.Min(Width, Height) / 2));
                break;
            case "watermark":
                Watermark(action);
                break;
            case "format" or "blindwatermark":
                break;
            default:
                throw new OssErrorException(OssError.InvalidArgument("The action is not supported.", "x-oss-process", action.Name));
        }
    }

    // Alpha falls off over one pixel where the distance from the corner's centre passes the radius.
    private void Round(int radius)
    {
        var across = $"max(max({radius}-X-0.5,X+0.5-{Width - radius}),0)";
        var down = $"max(max({radius}-Y-0.5,Y+0.5-{Height - radius}),0)";
        _graph.Add($"format=rgba,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='alpha(X,Y)*clip({radius}+0.5-hypot({across},{down}),0,1)'");
        Transparent = true;
    }
}
