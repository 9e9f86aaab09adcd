using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Recipes.Validation;

/// <summary>Which recipes a recipe that is prepared stands in, so that one that starts itself is refused before its first step.</summary>
internal sealed class RecipeNesting
{
    // Recipes looked at for one start: steps of steps multiply.
    private const int MostRecipes = 200;

    private readonly IReadOnlyList<string> _around;
    private readonly int[] _seen;

    public RecipeNesting()
        : this([], [0])
    {
    }

    private RecipeNesting(IReadOnlyList<string> around, int[] seen) => (_around, _seen) = (around, seen);

    /// <exception cref="InvalidInputException">It stands in itself, or there are too many.</exception>
    public RecipeNesting Enter(string name)
    {
        if (_around.Contains(name, StringComparer.Ordinal)) throw new InvalidInputException("name", $"The recipe '{name}' starts itself: {string.Join(" → ", [.. _around, name])}.");
        if (++_seen[0] > MostRecipes) throw new InvalidInputException("recipe", $"The recipe starts more than {MostRecipes} others.");
        return new RecipeNesting([.. _around, name], _seen);
    }
}
