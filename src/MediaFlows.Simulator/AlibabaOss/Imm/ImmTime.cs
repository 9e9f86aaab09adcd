using System.Globalization;

namespace MediaFlows.Simulator.AlibabaOss.Imm;

/// <summary>Times as IMM writes them.</summary>
internal static class ImmTime
{
    public static string Show(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff'00Z'", CultureInfo.InvariantCulture);
}
