namespace MediaFlows.Local;

/// <summary>A program that is needed on this machine is missing or failed. The message says which and what to do.</summary>
public class LocalToolException : Exception
{
    /// <summary>Describes what is missing and what to do.</summary>
    public LocalToolException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
