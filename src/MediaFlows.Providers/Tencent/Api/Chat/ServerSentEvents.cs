using System.Runtime.CompilerServices;
using System.Text;

namespace MediaFlows.Providers.Tencent.Api.Chat;

/// <summary>Reads the data of server-sent events: lines that start with <c>data:</c>, joined until a blank line.</summary>
public static class ServerSentEvents
{
    /// <summary>The data of each event in order; comments, names and ids are left out.</summary>
    public static async IAsyncEnumerable<string> ReadAsync(TextReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var data = new StringBuilder();
        var any = false;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length == 0)
            {
                if (any) yield return data.ToString();
                data.Clear();
                any = false;
            }
            else if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                if (any) data.Append('\n');
                data.Append(line.AsSpan(line.Length > 5 && line[5] == ' ' ? 6 : 5));
                any = true;
            }
        }

        if (any) yield return data.ToString();
    }
}
