namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>Form of an operation parameter's value.</summary>
public enum ParameterKind
{
    /// <summary>A whole number in a range.</summary>
    Whole,

    /// <summary>A decimal number in a range.</summary>
    Number,

    /// <summary>One of a list of words.</summary>
    Word,

    /// <summary><c>WIDTHxHEIGHT</c>; one side may be left out.</summary>
    Size,

    /// <summary>Six hex digits, <c>RRGGBB</c>.</summary>
    Color,

    /// <summary>Free text, sent base64url-encoded.</summary>
    Text,

    /// <summary>Anything that cannot break out of its parameter.</summary>
    Raw,
}
