namespace MediaFlows.Simulator.Tencent.Vod;

/// <summary>A refusal in the API's form.</summary>
internal sealed class VodException(string code, string message) : Exception(message)
{
    public string Code => code;
}
