namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>An operation cannot be accepted. Nothing was sent.</summary>
public sealed class OperationException : Exception
{
    /// <summary>What is wrong and what a valid form is.</summary>
    public OperationException(string message, string hint)
        : base(message) => Hint = hint;

    /// <summary>A valid form.</summary>
    public string Hint { get; }

    /// <summary>Message and hint, as one text for an input error.</summary>
    public string Text => Message + " " + Hint;
}
