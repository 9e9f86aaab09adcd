using System.Text.RegularExpressions;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Flows.Aigc;

/// <summary>The rule that a prompt names custom elements by placeholders, each of them at least once.</summary>
internal static partial class ElementPrompt
{
    public static void Check(string? prompt, int elements, InputChecks checks)
    {
        var named = Placeholder().Matches(prompt ?? "").Select(m => int.TryParse(m.Groups["n"].Value, out var n) ? n : 0).ToHashSet();
        if (elements == 0)
        {
            checks.RefuseIf(named.Count > 0, "prompt", "The prompt names custom elements, but none are given.");
            return;
        }

        if (named.Count == 0)
        {
            checks.Refuse(
                "prompt",
                "The prompt must name the elements as <<<element_1>>>, <<<element_2>>> and so on, in the order of their ids; words such as 'element' or 'character' do not stand for them. Example: <<<element_1>>>dances <<<element_2>>>runs.");
            return;
        }

        foreach (var number in named.Where(n => n < 1 || n > elements).Order())
            checks.Refuse("prompt", $"The prompt names <<<element_{number}>>>, but there {(elements == 1 ? "is 1 element" : $"are {elements} elements")}.");
        foreach (var number in Enumerable.Range(1, elements).Where(n => !named.Contains(n)))
            checks.Refuse("prompt", $"The prompt does not name <<<element_{number}>>>; every element that is given must be used.");
    }

    [GeneratedRegex("<<<element_(?<n>[0-9]{1,9})>>>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
