using MediaFlows.Simulator.AlibabaOss.Wire;

namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>What changes size and direction.</summary>
internal sealed partial class ImagePlan
{
    private void Resize(ProcessAction action)
    {
        double w = action.Whole("w") ?? 0, h = action.Whole("h") ?? 0;
        var mode = action["m"] ?? "lfit";
        if (Main is { } main && action.Whole("P") is { } share)
        {
            Scale(main.Width * share / 100.0, Height * (main.Width * share / 100.0) / Width);
            return;
        }

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
                _graph.Add($"pad={(int)w}:{(int)h}:(ow-iw)/2:(oh-ih)/2:0x{action["color"] ?? "FFFFFF"}");
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
        _graph.Add($"scale={Width}:{Height}");
    }

    private void Crop(ProcessAction action)
    {
        var place = action["g"] ?? "nw";
        var (column, row) = place switch { "north" => (1, 0), "ne" => (2, 0), "west" => (0, 1), "center" => (1, 1), "east" => (2, 1), "sw" => (0, 2), "south" => (1, 2), "se" => (2, 2), _ => (0, 0) };
        int w = Math.Min(action.Whole("w") ?? Width, Width), h = Math.Min(action.Whole("h") ?? Height, Height);
        // The origin is the upper left corner of the chosen ninth; a box that reaches beyond the picture is cut off there.
        int x = (column * Width / 3) + (action.Whole("x") ?? 0), y = (row * Height / 3) + (action.Whole("y") ?? 0);
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
        _graph.Add($"crop={w}:{h}:{x}:{y}");
        (Width, Height) = (w, h);
    }

    // Right angles are exact; others are interpolated and enlarge the canvas.
    private void Rotate(int degrees)
    {
        switch (degrees % 360)
        {
            case 0:
                return;
            case 90:
                Turn("transpose=1");
                return;
            case 180:
                _graph.Add("hflip,vflip");
                return;
            case 270:
                Turn("transpose=2");
                return;
        }

        (Width, Height) = Turned.Size(Width, Height, degrees);
        _graph.Add(FormattableString.Invariant($"rotate={degrees * Math.PI / 180}:ow={Width}:oh={Height}:c=white"));
    }

    private void Turn(string transpose)
    {
        _graph.Add(transpose);
        (Width, Height) = (Height, Width);
    }

    private void Flip(string? direction) => _graph.Add(direction switch { "0" => "vflip", "1" => "hflip", _ => "hflip,vflip" });

    // The eight orientations of EXIF, each with what puts it upright.
    private void Orient()
    {
        switch (Orientation)
        {
            case 2:
                _graph.Add("hflip");
                break;
            case 3:
                _graph.Add("hflip,vflip");
                break;
            case 4:
                _graph.Add("vflip");
                break;
            case 5:
                Turn("transpose=0");
                break;
            case 6:
                Turn("transpose=1");
                break;
            case 7:
                Turn("transpose=3");
                break;
            case 8:
                Turn("transpose=2");
                break;
        }
    }
}
