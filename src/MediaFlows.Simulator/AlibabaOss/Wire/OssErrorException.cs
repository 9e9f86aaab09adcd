namespace MediaFlows.Simulator.AlibabaOss.Wire;

/// <summary>Ends the handling of a request with a refusal.</summary>
internal sealed class OssErrorException(OssError error) : Exception(error.Message)
{
    public OssError Error { get; } = error;
}
