using System.Net;
using MediaFlows.Simulator.BytePlus.Objects;

namespace MediaFlows.Simulator.BytePlus.Jobs;

/// <summary>Fetches source URLs for URL pulls, from loopback addresses only: a simulator must not be a way into other networks.</summary>
internal sealed class UrlFetcher(BytePlusAccount account)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>Stores what the URL gives as a new media; null when it gives nothing.</summary>
    public async Task<StoredMedia?> FetchAsync(string space, string sourceUrl, string fileName)
    {
        try
        {
            if (!Uri.TryCreate(sourceUrl, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;
            var addresses = await Dns.GetHostAddressesAsync(uri.DnsSafeHost);
            if (addresses.Length == 0 || !Array.TrueForAll(addresses, IPAddress.IsLoopback)) return null;
            using var response = await Http.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead);
            if (!response.IsSuccessStatusCode) return null;
            await using var content = await response.Content.ReadAsStreamAsync();
            var storeUri = $"tos-pull-{space}/{fileName}";
            var part = await account.Objects.ReceiveAsync($"pulls/{account.Ids.Next("pull")}", content, null, CancellationToken.None);
            account.Objects.Put(storeUri, [part!]);
            return account.Publish(space, fileName, storeUri);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or System.Net.Sockets.SocketException or TaskCanceledException)
        {
            return null;
        }
    }
}
