namespace MediaFlows.Core.Recipes.Validation;

/// <summary>JSON kinds as far as a recipe is checked against the catalog.</summary>
public enum ValueKind
{
    /// <summary>Not known before the run.</summary>
    Any,

    /// <summary>Text (also enums and times).</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>An object.</summary>
    Object,

    /// <summary>A list.</summary>
    List,
}
