using MediaFlows.Benchmarks;

return await BenchmarkRun.MainAsync(args);
