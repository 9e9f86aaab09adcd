using System.Security.Cryptography;

namespace MediaFlows.Api.Dashboard;

/// <summary>The dashboard's files, embedded from <c>wwwroot</c>, so that both hosts ship the same ones.</summary>
public static class DashboardAssets
{
    private const string Prefix = "wwwroot/";
    private static readonly Lazy<IReadOnlyDictionary<string, DashboardAsset>> Files = new(Read);

    /// <summary>All files.</summary>
    public static IEnumerable<DashboardAsset> All => Files.Value.Values;

    /// <summary>The file at <paramref name="path"/> (empty: <c>index.html</c>), or null.</summary>
    public static DashboardAsset? Find(string path) => Files.Value.GetValueOrDefault(path.Length == 0 ? "index.html" : path);

    private static Dictionary<string, DashboardAsset> Read()
    {
        var assembly = typeof(DashboardAssets).Assembly;
        var files = new Dictionary<string, DashboardAsset>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var path = name[Prefix.Length..];
            files.Add(path, new DashboardAsset(path, ContentType(path), $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"", bytes));
        }

        return files;
    }

    private static string ContentType(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".json" or ".map" => "application/json",
        ".webmanifest" => "application/manifest+json",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".ico" => "image/x-icon",
        ".woff2" => "font/woff2",
        ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
