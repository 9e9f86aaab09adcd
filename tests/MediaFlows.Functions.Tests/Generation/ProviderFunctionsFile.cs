using System.Text;
using MediaFlows.Functions.Naming;

namespace MediaFlows.Functions.Tests.Generation;

/// <summary>The functions of one provider folder.</summary>
internal static class ProviderFunctionsFile
{
    public static string Write(string folder, IReadOnlyList<CatalogPart> parts)
    {
        var flows = parts.Any(p => p.IsFlow);
        var activities = parts.Any(p => !p.IsFlow);
        var name = folder + "Functions";
        var text = new StringBuilder(FunctionSources.Header)
            .Append("using System.Text.Json;\nusing MediaFlows.Functions.Durable;\nusing Microsoft.Azure.Functions.Worker;\n")
            .Append(flows ? "using Microsoft.DurableTask;\n" : "")
            .Append(activities ? "using Microsoft.DurableTask.Client;\n" : "")
            .Append("\nnamespace MediaFlows.Functions.Providers;\n\n")
            .Append("/// <summary>Flows and activities of the folder ").Append(folder).Append(".</summary>\n")
            .Append("public sealed class ").Append(name).Append("\n{\n")
            .Append(flows ? "    private readonly FlowRunner _flows;\n" : "")
            .Append(activities ? "    private readonly ActivityRunner _activities;\n" : "")
            .Append("\n    /// <summary>Runs them with the given runners.</summary>\n    public ").Append(name).Append('(')
            .Append(flows ? "FlowRunner flows" : "").Append(flows && activities ? ", " : "").Append(activities ? "ActivityRunner activities" : "")
            .Append(")\n    {\n")
            .Append(flows ? "        _flows = flows;\n" : "")
            .Append(activities ? "        _activities = activities;\n" : "")
            .Append("    }\n");
        foreach (var part in parts.OrderByDescending(p => p.IsFlow).ThenBy(p => p.Name, StringComparer.Ordinal))
            text.Append('\n').Append(part.IsFlow ? Flow(part.Name) : Activity(part));
        return text.Append("}\n").ToString();
    }

    private static string Flow(string name) =>
        $"    /// <summary>Flow <c>{name}</c>.</summary>\n    [Function(\"{FunctionNames.Flow(name)}\")]\n"
        + $"    public Task<JsonElement> {FunctionSources.Pascal(name)}([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, \"{name}\");\n";

    private static string Activity(CatalogPart part) =>
        $"    /// <summary>Activity <c>{part.Name}</c>.</summary>\n    [Function(\"{FunctionNames.Activity(part.Name)}\")]\n"
        // The platform hands its client to each function by a binding. Which activity starts, reads or tells an instance is not to be seen from outside
        // (a limit alone makes every charged submit ask a limiter), so all have it.
        + $"    public Task<JsonElement> {FunctionSources.Pascal(part.Name)}Activity(\n"
        + "        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>\n"
        + $"        _activities.RunAsync(\"{part.Name}\", call, client, cancellationToken);\n";
}
