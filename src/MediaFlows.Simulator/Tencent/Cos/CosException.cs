namespace MediaFlows.Simulator.Tencent.Cos;

/// <summary>A refusal in the storage's form.</summary>
internal sealed class CosException(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;
}
