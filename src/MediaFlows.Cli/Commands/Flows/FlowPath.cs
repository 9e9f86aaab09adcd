namespace MediaFlows.Cli.Commands.Flows;

/// <summary>Paths of one flow.</summary>
internal static class FlowPath
{
    public static string Of(string id, string? verb = null) => $"/api/flows/{Uri.EscapeDataString(id)}" + (verb is null ? "" : "/" + verb);
}
