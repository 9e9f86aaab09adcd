namespace MediaFlows.Simulator.AlibabaOss.Imm;

/// <summary>Ends the handling of an IMM call with a refusal.</summary>
internal sealed class ImmErrorException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}
