using MediaFlows.Api.Dashboard;
using MediaFlows.Api.Routing;
using MediaFlows.Core.Ingest;
using MediaFlows.Functions.Naming;
using MediaFlows.Functions.Tests.Generation;
using MediaFlows.Functions.Tests.Settings;
using MediaFlows.Storage;

namespace MediaFlows.Functions.Tests.Completeness;

/// <summary>Whatever exists on the embedded host has a function here, with the same names, routes, methods and queue; and nothing else has.</summary>
public sealed class CompletenessTests
{
    private static readonly string[] KeepsRuns = [FunctionNames.KeepRun, FunctionNames.ReadRun];

    [Fact]
    public void Every_flow_has_one_orchestrator_function_and_there_are_no_others()
    {
        var declared = With("OrchestrationTriggerAttribute");
        var flows = CatalogUnderTest.Build().Flows.Select(f => f.Info.Name);
        Assert.Equal(flows.Select(FunctionNames.Flow).Order(StringComparer.Ordinal), declared.Select(f => f.Name).Order(StringComparer.Ordinal));
        foreach (var function in declared)
        {
            Assert.Equal(FunctionNames.FlowOf(function.Name), Assert.Single(function.Literals));
            Assert.Empty(function.Binding("OrchestrationTriggerAttribute")!.NamedArguments);
        }
    }

    [Fact]
    public void Every_activity_has_one_activity_function_and_there_are_no_others_but_those_that_keep_runs()
    {
        var declared = With("ActivityTriggerAttribute");
        var activities = CatalogUnderTest.Build().Activities.ToDictionary(a => FunctionNames.Activity(a.Name), a => a.Name, StringComparer.Ordinal);
        Assert.Equal(activities.Keys.Concat(KeepsRuns).Order(StringComparer.Ordinal), declared.Select(f => f.Name).Order(StringComparer.Ordinal));
        foreach (var function in declared.Where(f => !KeepsRuns.Contains(f.Name))) Assert.Equal(activities[function.Name], Assert.Single(function.Literals));
    }

    [Fact]
    public void Every_activity_of_the_catalog_is_handed_the_client_with_which_it_asks_a_limiter_or_tells_a_companion() =>
        Assert.DoesNotContain(With("ActivityTriggerAttribute"), f => !KeepsRuns.Contains(f.Name) && f.Binding("DurableClientAttribute") is null);

    [Fact]
    public void Names_of_the_catalog_map_to_function_names_and_back()
    {
        var catalog = CatalogUnderTest.Build();
        foreach (var name in catalog.Flows.Select(f => f.Info.Name).Concat(catalog.Activities.Select(a => a.Name)))
        {
            Assert.Matches("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", name);
            Assert.Equal(name, FunctionNames.FlowOf(FunctionNames.Flow(name)));
        }
    }

    [Fact]
    public void Every_route_has_a_function_with_its_method_pattern_and_key_level()
    {
        var declared = With("HttpTriggerAttribute").ToDictionary(f => f.Name, StringComparer.Ordinal);
        var routes = ApiRoutes.All.Where(r => !r.DurableExtension && r.Name != ApiRoutes.DashboardName).ToList();
        Assert.Equal(routes.Select(r => r.Name).Concat(DashboardRoutes.All.Keys).Order(StringComparer.Ordinal), declared.Keys.Order(StringComparer.Ordinal));
        foreach (var route in routes)
        {
            var trigger = declared[route.Name].Binding("HttpTriggerAttribute")!;
            Assert.Equal(route.Auth == ApiAuth.Anonymous ? 0 : 2, (int)trigger.ConstructorArguments[0].Value!);
            Assert.Equal([route.Method.ToLowerInvariant()], trigger.ConstructorArguments[1].Values.Select(v => (string)v.Value!));
            Assert.Equal(route.Pattern, "/" + DeclaredFunction.Named(trigger, "Route"));
            Assert.Equal(route.Name, Assert.Single(declared[route.Name].Literals));
        }
    }

    [Fact]
    public void The_dashboards_files_have_functions_and_take_no_path_from_another_route()
    {
        Assert.All(DashboardAssets.All, a => Assert.True(DashboardRoutes.Serves(a.Path), a.Path));
        foreach (var route in ApiRoutes.All.Where(r => r.Name != ApiRoutes.DashboardName))
            Assert.False(DashboardRoutes.Serves(route.Pattern.TrimStart('/').Replace("{*name}", "folder/clip.png", StringComparison.Ordinal)), route.Pattern);
        foreach (var (name, pattern) in DashboardRoutes.All)
        {
            var trigger = FunctionsCompilation.Declared.Single(f => f.Name == name).Binding("HttpTriggerAttribute")!;
            Assert.Equal(0, (int)trigger.ConstructorArguments[0].Value!);
            Assert.Equal(["get", "head"], trigger.ConstructorArguments[1].Values.Select(v => (string)v.Value!));
            Assert.Equal(pattern, DeclaredFunction.Named(trigger, "Route"));
        }
    }

    [Fact]
    public void The_ingest_queue_has_a_function_on_the_storage_connection()
    {
        var trigger = Assert.Single(With("QueueTriggerAttribute")).Binding("QueueTriggerAttribute")!;
        Assert.Equal(StorageRegistration.IngestQueueName, trigger.ConstructorArguments[0].Value);
        Assert.Equal("AzureWebJobsStorage", DeclaredFunction.Named(trigger, "Connection"));
        Assert.Equal(IngestMessage.MaxDeliveries, (int)SettingsFiles.Read("host.json")["extensions"]!["queues"]!["maxDequeueCount"]!);
    }

    [Fact]
    public void Timers_purge_finished_instances_and_sweep_idempotency_records()
    {
        var timers = With("TimerTriggerAttribute");
        Assert.Equal(["timer_purge-finished", "timer_sweep-idempotency"], timers.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(timers, t => Assert.Equal(6, ((string)t.Binding("TimerTriggerAttribute")!.ConstructorArguments[0].Value!).Split(' ').Length));
        Assert.NotNull(timers.Single(t => t.Name == "timer_purge-finished").Binding("DurableClientAttribute"));
    }

    private static List<DeclaredFunction> With(string attribute) => [.. FunctionsCompilation.Declared.Where(f => f.Binding(attribute) is not null)];
}
