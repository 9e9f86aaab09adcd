using System.Globalization;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;

namespace MediaFlows.Providers.Jimeng.Validation;

/// <summary>Reads the document's settings when an input is prepared.</summary>
internal static class JimengSettings
{
    /// <summary>A whole number above 0, or <paramref name="otherwise"/> when it is not set.</summary>
    /// <exception cref="InvalidInputException">It is set to something else.</exception>
    public static int Number(FlowPreparation preparation, string name, int otherwise)
    {
        if (preparation.Setting(name) is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
        throw new InvalidInputException(name, $"The setting {name} must be a whole number above 0, not '{text}'.");
    }
}
