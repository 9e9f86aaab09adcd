using MediaFlows.Core.Flows;

namespace MediaFlows.Engine.Tests.Scripted;

/// <summary>A flow whose code a test writes in place.</summary>
internal sealed class ScriptedFlow(string name, Func<FlowContext, string, Task<string>> run, string version = "1", TimeSpan? retention = null) : Flow<string, string>
{
    public override FlowInfo Info { get; } = new() { Name = name, Version = version, Description = "Scripted.", Retention = retention };

    public override Task<string> RunAsync(FlowContext context, string input) => run(context, input);
}
