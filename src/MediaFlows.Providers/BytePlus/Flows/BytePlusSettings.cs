using System.Globalization;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>Fills members that have a setting, and checks them. What it returns is recorded with the run.</summary>
internal sealed class BytePlusSettings(FlowPreparation preparation, InputErrors errors)
{
    private const double DefaultInterval = 5;
    private const int DefaultPolls = 360;
    private const int DefaultParallel = 4;
    private const int MostParallel = 16;

    /// <summary>The space: given, else set, else null with a finding.</summary>
    public string? Space(string? given)
    {
        var space = SpaceOrNull(given);
        if (space is null) errors.Add("space", "A BytePlus VOD space is needed: name one, or set VOD_SPACE_NAME.");
        return space;
    }

    /// <summary>The space: given, else set, else null.</summary>
    public string? SpaceOrNull(string? given) => string.IsNullOrWhiteSpace(given) ? preparation.Setting(BytePlusNames.Space) : given.Trim();

    public double PollInterval(double? given)
    {
        var value = given ?? Number(BytePlusNames.PollInterval) ?? DefaultInterval;
        if (value is not (>= 1 and <= 3600)) errors.Add("pollInterval", "The poll interval is 1 to 3600 seconds.");
        return value;
    }

    public int PollMax(int? given) =>
        Whole("pollMax", given, BytePlusNames.PollMax, DefaultPolls, 1, 100_000, "The number of polls is 1 to 100000.");

    public int UrlExpireMinutes(int? given) =>
        Whole("urlExpireMinutes", given, BytePlusNames.UrlExpireMinutes, BytePlusConnection.DefaultExpireMinutes, 1, 525_600, "Play URLs are signed for 1 to 525600 minutes.");

    public int Parallel(int? given) =>
        Whole("parallel", given, BytePlusNames.UploadParallel, DefaultParallel, 1, MostParallel, "1 to 16 parts are sent at a time.");

    public string? PlayDomain(string? given) =>
        string.IsNullOrWhiteSpace(given) ? preparation.Setting(BytePlusNames.PlayDomain) : given.Trim();

    private int Whole(string field, int? given, string setting, int otherwise, int least, int most, string message)
    {
        var value = given ?? (Number(setting) is { } number ? (int)number : otherwise);
        if (value < least || value > most) errors.Add(field, message);
        return value;
    }

    private double? Number(string setting)
    {
        if (preparation.Setting(setting) is not { } text) return null;
        if (double.TryParse(text, CultureInfo.InvariantCulture, out var number)) return number;
        errors.Add(setting, $"The setting {setting} is no number.");
        return null;
    }
}
