namespace MediaFlows.Simulator.AlibabaOss.Imm;

/// <summary>An IMM project.</summary>
internal sealed record ImmProject(string Name, string Description, DateTimeOffset CreatedAt);
