namespace MediaFlows.Core.Recipes.Expressions;

/// <summary>An expression cannot be read or has no value.</summary>
public sealed class ExpressionException : Exception
{
    /// <summary>Says what is wrong, and where.</summary>
    public ExpressionException(string message)
        : base(message)
    {
    }
}
