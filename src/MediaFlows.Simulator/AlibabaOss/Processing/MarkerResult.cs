using System.Text;

namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>What stands in for a result that this machine's ffmpeg cannot make: a text that says what would have been made, from what.</summary>
internal static class MarkerResult
{
    public static void Write(string path, string source, string process, string why = "ffmpeg is not installed") =>
        File.WriteAllText(path, $"MEDIAFLOWS SIMULATOR: {why}, this stands for the result.\nsource: {source}\nprocess: {process}\n", new UTF8Encoding(false));
}
