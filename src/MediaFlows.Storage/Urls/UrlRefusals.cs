using MediaFlows.Core.Errors;

namespace MediaFlows.Storage.Urls;

/// <summary>Errors about URLs. No message holds a query, a fragment or user information, and none tells which private address a name has.</summary>
internal static class UrlRefusals
{
    private const int ShownLength = 200;

    /// <summary>Scheme, host and path.</summary>
    public static string Show(Uri url)
    {
        var text = url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        return text.Length <= ShownLength ? text : text[..ShownLength] + "…";
    }

    public static FlowException Malformed(string why) =>
        new(ErrorCodes.UrlRefused, $"The URL was refused: {why}.", "Give an http or https URL of a host on the public internet.");

    public static FlowException NotPublic(string host) =>
        new(ErrorCodes.UrlRefused, $"The URL was refused: {host} does not lead to an address on the public internet.", $"If MediaFlows is meant to go there, add the host or its address to {UrlAllowList.Setting}.");

    public static FlowException TooManyRedirects(Uri url, int limit) =>
        new(ErrorCodes.UrlRefused, $"The URL was refused: {Show(url)} redirects more than {limit} times.", "Give the URL that the redirects lead to.");

    public static FlowException TooLarge(Uri url, long limit) =>
        new(ErrorCodes.BodyTooLarge, $"What {Show(url)} sends is larger than the limit of {limit} bytes.", "Raise the limit, or give a smaller file.");

    public static FlowException Unreachable(Uri url, string reason, Exception? inner = null) =>
        new(new FlowError(ErrorCodes.ProviderUnavailable, $"{Show(url)} could not be fetched ({reason}).") { Retryable = true, Hint = "Check that the URL works from this machine." }, inner);

    public static FlowException TooSlow(Uri url) =>
        new(new FlowError(ErrorCodes.ProviderUnavailable, $"{Show(url)} sends too slowly or stopped sending.") { Retryable = true, Hint = "Try again later, or copy the file to a faster place." });
}
