using MediaFlows.Simulator.Hosting;

// Stand-alone simulator: every cloud on a free loopback port (or name=port arguments); prints the environment as JSON on one line.
var clouds = args.Select(a => a.Split('=', 2)).ToDictionary(a => a[0], a => a.Length > 1 ? int.Parse(a[1]) : 0, StringComparer.OrdinalIgnoreCase);
if (clouds.Keys.Except(SimulatorHost.Available, StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } unknown)
{
    Console.Error.WriteLine($"Unknown cloud: {string.Join(", ", unknown)}. There are: {string.Join(", ", SimulatorHost.Available)}.");
    return 2;
}

await using var host = await SimulatorHost.StartAsync(new SimulatorOptions { Clouds = clouds });
Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(host.Environment));
var stop = new TaskCompletionSource();
using var interrupt = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGINT, c => { c.Cancel = true; stop.TrySetResult(); });
using var terminate = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGTERM, c => { c.Cancel = true; stop.TrySetResult(); });
await stop.Task;
return 0;
