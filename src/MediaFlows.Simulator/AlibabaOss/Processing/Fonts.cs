namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>The fonts of this machine. The service's own fonts are rarely installed, so each has others that come nearest.</summary>
internal static class Fonts
{
    private static readonly string[] Extensions = [".ttf", ".ttc", ".otf"];
    private static readonly string[] Sans = ["NotoSansCJK-Regular", "NotoSansSC", "SourceHanSans", "wqy-microhei", "wqy-zenhei", "DroidSansFallback", "msyh", "PingFang", "simhei"];
    private static readonly string[] Serif = ["NotoSerifCJK-Regular", "NotoSerifSC", "SourceHanSerif", "uming", "simsun", "Songti"];
    private static readonly string[] Latin = ["DejaVuSans.", "LiberationSans-Regular", "Arial.", "Helvetica", "segoeui."];
    private static readonly Lazy<IReadOnlyList<string>> Installed = new(() => [.. Folders().Where(Directory.Exists).SelectMany(Files).Order(StringComparer.Ordinal)]);

    /// <summary>The file of the font for <paramref name="type"/> (the service's name), or null when the machine has none.</summary>
    public static string? Find(string? type, string text)
    {
        string[] own = type switch
        {
            "fangzhengshusong" => ["FZSS", "FZShuSong", .. Serif],
            "fangzhengfangsong" => ["FZFS", "FZFangSong", .. Serif],
            "fangzhengkaiti" => ["FZK", "ukai", "simkai", .. Serif],
            "fangzhengheiti" => ["FZH", .. Sans],
            "droidsansfallback" => ["DroidSansFallback", .. Sans],
            "wqy-zenhei" => ["wqy-zenhei", .. Sans],
            _ => ["wqy-microhei", .. Sans],
        };
        var wanted = text.All(char.IsAscii) ? own.Concat(Latin) : own.Concat(Sans).Concat(Serif).Concat(Latin);
        return wanted.Select(name => Installed.Value.FirstOrDefault(f => Path.GetFileName(f).StartsWith(name, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(f => f is not null)
            ?? Installed.Value.FirstOrDefault();
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 5 })
        .Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<string> Folders()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows()) return [Environment.GetFolderPath(Environment.SpecialFolder.Fonts)];
        return OperatingSystem.IsMacOS()
            ? [Path.Combine(home, "Library/Fonts"), "/Library/Fonts", "/System/Library/Fonts"]
            : [Path.Combine(home, ".fonts"), Path.Combine(home, ".local/share/fonts"), "/usr/local/share/fonts", "/usr/share/fonts"];
    }
}
