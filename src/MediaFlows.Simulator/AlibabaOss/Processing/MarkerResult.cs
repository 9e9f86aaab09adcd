using System.Text;

namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>What stands in for a result where ffmpeg is not installed: a text that says what would have been made, from what.</summary>
internal static class MarkerResult
{
    public const string Title = "MEDIAFLOWS SIMULATOR: ffmpeg is not installed, this stands for the result.";

    public static void Write(string path, string source, string process) =>
        File.WriteAllText(path, $"{Title}\nsource: {source}\nprocess: {process}\n", new UTF8Encoding(false));
}
