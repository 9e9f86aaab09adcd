using System.Runtime.InteropServices;
using MediaFlows.Benchmarks.Batches;
using MediaFlows.Benchmarks.Engine;
using MediaFlows.Benchmarks.Reporting;
using MediaFlows.Benchmarks.Uploads;

namespace MediaFlows.Benchmarks;

/// <summary>Runs the benchmarks one after the other and prints one table. <c>--only name</c> selects, <c>--memory</c> leaves storage out.</summary>
internal static class BenchmarkRun
{
    private static readonly IReadOnlyList<IBenchmark> All =
    [
        new AppendRate(), new Throughput(5, 5000), new Throughput(3, 200), new StepLatency(), new IdleHub(), new WaitingFlows(), new RestartTime(), new UploadBenchmark(), new BatchBenchmark(),
    ];

    public static async Task<int> MainAsync(string[] args)
    {
        var only = args.SkipWhile(a => a != "--only").Skip(1).FirstOrDefault();
        var chosen = All.Where(b => only is null || b.Name.Contains(only, StringComparison.OrdinalIgnoreCase)).ToList();
        if (chosen.Count == 0)
        {
            Console.Error.WriteLine($"There is no benchmark '{only}'. There are: {string.Join(", ", All.Select(b => b.Name))}.");
            return 2;
        }

        Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {(args.Contains("--memory") ? "blobs in memory" : "Azurite")}");
        await using var storage = await BenchmarkStorage.OpenAsync(inMemory: args.Contains("--memory"));
        var table = new FigureTable();
        foreach (var benchmark in chosen)
        {
            Console.Error.WriteLine($"running {benchmark.Name} …");
            table.Add(await benchmark.RunAsync(storage));
        }

        Console.WriteLine(table.ToString());
        return 0;
    }
}
