using MediaFlows.Benchmarks.Uploads;

// dotnet run -c Release --project tests/MediaFlows.Benchmarks: one line per figure.
await UploadThroughput.RunAsync(Console.Out);
return 0;
