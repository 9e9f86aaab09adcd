using System.Collections.Frozen;
using System.Globalization;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Errors;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Core.Limits;

/// <summary>
/// The limits of each provider, from <c>MEDIAFLOWS_LIMIT_{PROVIDER}_JOBS</c>, <c>…_SUBMITS_PER_MINUTE</c> and <c>…_CALLS_PER_SECOND</c>
/// (<c>MEDIAFLOWS_LIMIT_BYTEPLUS_JOBS=20</c>).
/// </summary>
public sealed class LimitSettings
{
    /// <summary>What every such setting begins with.</summary>
    public const string Prefix = "MEDIAFLOWS_LIMIT_";

    private const string Jobs = "JOBS";
    private const string Submits = "SUBMITS_PER_MINUTE";
    private const string Calls = "CALLS_PER_SECOND";

    private readonly FrozenDictionary<string, ProviderLimits> _limits;

    /// <summary>Reads the limits of <paramref name="modules"/>.</summary>
    /// <exception cref="FlowException"><c>MF1001</c> naming a setting that cannot be read or that limits nothing: a limit with a typing error in it is no limit.</exception>
    public LimitSettings(IConfiguration settings, IEnumerable<IProviderModule> modules)
    {
        var limits = new Dictionary<string, ProviderLimits>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var provider in modules.Select(m => m.Name).Distinct(StringComparer.Ordinal))
        {
            limits[provider] = new ProviderLimits(
                (int?)Read(settings, provider, Jobs, known, least: 1, whole: true),
                Read(settings, provider, Submits, known, least: 0.01, whole: false),
                Read(settings, provider, Calls, known, least: 0.01, whole: false));
        }

        _limits = limits.ToFrozenDictionary(StringComparer.Ordinal);
        if (settings.AsEnumerable().Select(s => s.Key).FirstOrDefault(k => k.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !known.Contains(k)) is { } unknown)
        {
            throw new FlowException(
                ErrorCodes.InvalidInput,
                $"The setting {unknown} limits nothing. It is {Prefix}<PROVIDER>_{Jobs}, _{Submits} or _{Calls}, and the providers are {string.Join(", ", limits.Keys.Order(StringComparer.Ordinal).Select(Word))}.");
        }
    }

    /// <summary>Providers in the order of their names, with their limits.</summary>
    public IEnumerable<KeyValuePair<string, ProviderLimits>> All => _limits.OrderBy(l => l.Key, StringComparer.Ordinal);

    /// <summary>The limits at <paramref name="provider"/>.</summary>
    public ProviderLimits For(string provider) => _limits.GetValueOrDefault(provider, ProviderLimits.None);

    private static string Word(string provider) => provider.ToUpperInvariant().Replace('-', '_');

    private static double? Read(IConfiguration settings, string provider, string what, HashSet<string> known, double least, bool whole)
    {
        var name = $"{Prefix}{Word(provider)}_{what}";
        known.Add(name);
        if (settings[name] is not { Length: > 0 } text) return null;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= 1_000_000 && (!whole || number == Math.Floor(number))
            ? number
            : throw new FlowException(ErrorCodes.InvalidInput, $"The setting {name} must be a {(whole ? "whole number from 1" : $"number from {least.ToString(CultureInfo.InvariantCulture)}")} to 1000000.");
    }
}
