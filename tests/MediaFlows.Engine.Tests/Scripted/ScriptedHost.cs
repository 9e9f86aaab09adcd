using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Storage;
using MediaFlows.Engine.Hosting;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Engine.Tests.Scripted;

/// <summary>Opens hosts with scripted flows and one scripted activity.</summary>
internal static class ScriptedHost
{
    public static readonly Func<ActivityContext, string, CancellationToken, Task<string>> Echo = (_, text, _) => Task.FromResult(text);

    public static Task<FlowTestHost> StartAsync(params IFlow[] flows) => StartAsync(Echo, null, null, null, flows);

    public static Task<FlowTestHost> StartAsync(
        Func<ActivityContext, string, CancellationToken, Task<string>> act, EngineOptions? options, VirtualTime? time, IBlobStore? blobs, params IFlow[] flows) =>
        FlowTestHost.StartAsync(new FlowTestOptions
        {
            Engine = options ?? FlowTestOptions.CalmEngine,
            Time = time ?? new VirtualTime(),
            Blobs = blobs,
            Configure = s =>
            {
                foreach (var flow in flows) s.AddSingleton(flow);
                s.AddSingleton<IActivity>(new ScriptedActivity(act));
            },
        });

    /// <summary>Lets one activity run.</summary>
    public static Task<string> Act(this FlowContext context, string input) => context.CallActivityAsync(ScriptedActivity.Ref, input);
}
