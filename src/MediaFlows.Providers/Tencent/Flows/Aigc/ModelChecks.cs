using MediaFlows.Core.Errors;
using MediaFlows.Providers.Tencent.Catalogues;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Flows.Aigc;

/// <summary>Model and version: known ones are held to the catalogue, unknown ones are sent with a warning, since the offer changes quickly.</summary>
internal static class ModelChecks
{
    public static (string? Name, string? Version, AigcModel? Known) Check(AigcInput input, AigcModels models, InputChecks checks)
    {
        var name = input.Model ?? models.Default ?? checks.Ask(
            null,
            "model",
            "Which model should make it?",
            models.Models.Select(m => new QuestionOption($"{m.Name} ({string.Join(", ", m.Versions)})", m.Name)));
        if (name is null) return (null, null, null);
        if (name.Contains(' ', StringComparison.Ordinal))
        {
            checks.Refuse("model", $"'{name}' holds a name and a version. They are separate: model {name.Split(' ')[0]}, modelVersion {name.Split(' ', 2)[1]}.");
            return (name, input.ModelVersion, null);
        }

        var known = models.Find(name);
        if (known is null && models.Models.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase)) is { } near)
        {
            checks.Refuse("model", $"'{name}' is not a model; upper and lower case matter: write {near.Name}.");
            return (name, input.ModelVersion, null);
        }

        if (known is null) checks.Warn($"The model {name} is not in the catalogue of this version; it is sent as it is.");
        else if (input.ModelVersion is not null && !known.Versions.Contains(input.ModelVersion)) checks.Warn($"Version {input.ModelVersion} of {name} is not in the catalogue ({string.Join(", ", known.Versions)}); it is sent as it is.");
        var version = input.ModelVersion ?? known?.DefaultVersion ?? checks.Ask(null, "modelVersion", $"Which version of {name}?");
        return (name, version, known);
    }

    /// <summary>The value in the catalogue's spelling; one that it does not list is sent with a warning.</summary>
    public static string? Listed(string what, string? value, IReadOnlyList<string>? listed, string model, InputChecks checks)
    {
        if (value is null || listed is null) return value;
        if (listed.FirstOrDefault(l => string.Equals(l, value, StringComparison.OrdinalIgnoreCase)) is { } spelling) return spelling;
        checks.Warn(listed.Count == 0 ? $"{model} is documented to take no {what}; {value} is sent as it is." : $"{what} {value} is not documented for {model} ({string.Join(", ", listed)}); it is sent as it is.");
        return value;
    }
}
