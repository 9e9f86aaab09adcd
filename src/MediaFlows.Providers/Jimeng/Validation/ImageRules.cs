using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;
using MediaFlows.Providers.Jimeng.Api;
using MediaFlows.Providers.MediaFormats;

namespace MediaFlows.Providers.Jimeng.Validation;

/// <summary>
/// Checks input images by their first bytes before anything is paid. The document allows 15 MB; the interface page allows 4.7 MB for images that are sent
/// as bytes, and that is what such an image is held to.
/// </summary>
internal sealed class ImageRules(IMediaReader media, InputErrors errors)
{
    public const long MostBytes = 15_000_000;
    public const long MostInlineBytes = 4_700_000;

    // The gateway's cap is not documented; a body of this size is known to pass.
    public const long MostInlineBodyBytes = 10_000_000;

    public const int LongestEdge = 4096;
    public const int ShortestEdge = 320;
    public const int MostRatio = 3;

    // Two frames of one shot differ by a rounded pixel at most.
    private const double RatioTolerance = 0.01;

    /// <summary>Checks the images of a mode, by field name; complete only when nothing was added to the errors.</summary>
    public async Task<IReadOnlyList<JimengImage>> CheckAsync(IReadOnlyList<(string Field, MediaSource Source)> images, bool inline, CancellationToken cancellationToken)
    {
        var good = new List<JimengImage>();
        var headers = new List<ImageHeader>();
        foreach (var (field, source) in images)
        {
            if (await CheckOneAsync(field, source, inline, cancellationToken) is not { } found) continue;
            good.Add(found.Image);
            headers.Add(found.Header);
        }

        if (headers.Count == 2 && Math.Abs(Ratio(headers[0]) - Ratio(headers[1])) > RatioTolerance * Ratio(headers[0]))
            errors.Add(images[1].Field, $"First and last frame must have one ratio; they are {Size(headers[0])} and {Size(headers[1])}.");
        if (inline && good.Count == images.Count && good.Sum(i => (i.Length + 2) / 3 * 4) > MostInlineBodyBytes)
            errors.Add(images[^1].Field, $"Together the images are larger than one request may be ({MostInlineBodyBytes} bytes as base64). Give them as URLs, or make them smaller.");
        return good;
    }

    private async Task<(JimengImage Image, ImageHeader Header)?> CheckOneAsync(string field, MediaSource source, bool inline, CancellationToken cancellationToken)
    {
        try
        {
            var info = await media.InspectAsync(source, cancellationToken);
            if (info.Length is not { } length)
            {
                if (inline) errors.Add(field, $"'{info.Name}': its size is not told by its server; name a file instead.");
                length = 0;
            }

            CheckSize(field, info.Name, length, inline);
            await using var content = await media.OpenAsync(source, 0, null, info.Version, cancellationToken);
            if (await ImageHeader.ReadAsync(content, cancellationToken) is not { } header)
            {
                errors.Add(field, $"'{info.Name}' is neither a JPEG nor a PNG by its content.");
                return null;
            }

            CheckResolution(field, info.Name, header);
            return (new JimengImage(source, length) { Version = info.Version }, header);
        }
        catch (FlowException e) when (e is not InvalidInputException)
        {
            errors.Add(field, e.Error.Message);
            return null;
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            errors.Add(field, $"{source} could not be read: {e.GetType().Name}.");
            return null;
        }
    }

    private void CheckSize(string field, string name, long length, bool inline)
    {
        if (length > MostBytes)
            errors.Add(field, $"'{name}' has {Megabytes(length)} MB; images are JPEG or PNG, at most 15 MB each and {LongestEdge}×{LongestEdge}.");
        else if (inline && length > MostInlineBytes)
            errors.Add(field, $"'{name}' has {Megabytes(length)} MB; an image that is not given by URL may have at most 4.7 MB. Give a URL, or make it smaller.");
    }

    private void CheckResolution(string field, string name, ImageHeader header)
    {
        var (shorter, longer) = header.Width < header.Height ? (header.Width, header.Height) : (header.Height, header.Width);
        if (longer > LongestEdge) errors.Add(field, $"'{name}' is {Size(header)}; at most {LongestEdge}×{LongestEdge} are accepted.");
        if (shorter < ShortestEdge) errors.Add(field, $"'{name}' is {Size(header)}; its shorter edge must have at least {ShortestEdge} pixels.");
        if (longer > (long)shorter * MostRatio) errors.Add(field, $"'{name}' is {Size(header)}; its longer edge may be at most {MostRatio} times the shorter one.");
    }

    private static double Ratio(ImageHeader header) => (double)header.Width / header.Height;

    private static string Size(ImageHeader header) => $"{header.Width}×{header.Height}";

    private static string Megabytes(long bytes) => (bytes / 1_000_000.0).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
