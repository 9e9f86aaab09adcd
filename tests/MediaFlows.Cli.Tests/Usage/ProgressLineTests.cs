using System.Text.Json.Nodes;
using MediaFlows.Cli.Console;

namespace MediaFlows.Cli.Tests.Usage;

public class ProgressLineTests
{
    [Theory]
    [InlineData("""{"pipeline":"p","id":"1","state":"running","progress":{"stage":"S2_POLL","attempt":3,"maxAttempts":360,"providerState":"Running","percent":40}}""", "p 1  running  [S2_POLL]  poll 3/360  Running  40%")]
    [InlineData("""{"pipeline":"p","id":"1","state":"running","progress":{"stage":"S2_TOS","bytesSent":1048576,"bytesTotal":4194304}}""", "p 1  running  [S2_TOS]  1.0 of 4.0 MiB")]
    [InlineData("""{"pipeline":"p","id":"1","state":"pending","waitingFor":"its first turn"}""", "p 1  pending  its first turn")]
    public void One_line_says_where_a_flow_stands(string status, string line) =>
        Assert.Equal(line, ProgressLine.Of((JsonObject)JsonNode.Parse(status)!));
}
