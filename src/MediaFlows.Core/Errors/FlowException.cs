namespace MediaFlows.Core.Errors;

/// <summary>A failure that carries its <see cref="FlowError"/>. Activities, preparation and flows throw nothing else on purpose.</summary>
public class FlowException : Exception
{
    /// <summary>Wraps <paramref name="error"/>; the exception's message is the error's message.</summary>
    public FlowException(FlowError error, Exception? inner = null)
        : base(error.Message, inner) => Error = error;

    /// <summary>Shorthand for an error of our own.</summary>
    public FlowException(string code, string message, string? hint = null)
        : this(new FlowError(code, message) { Hint = hint })
    {
    }

    /// <summary>What happened and what to do.</summary>
    public FlowError Error { get; }
}
