namespace MediaFlows.Benchmarks.Uploads;

/// <summary>What <see cref="UploadThroughput"/> measured.</summary>
/// <param name="PlainRate">MiB per second of one plain PUT.</param>
/// <param name="FlowRate">MiB per second of the flow, from its start to its end.</param>
/// <param name="ExtraMemory">Bytes of working set that the flow needed at most.</param>
public sealed record UploadFigures(double PlainRate, double FlowRate, long ExtraMemory)
{
    /// <summary>The flow's rate over the plain one's.</summary>
    public double Ratio => FlowRate / PlainRate;
}
