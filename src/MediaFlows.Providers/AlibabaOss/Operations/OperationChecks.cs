using System.Globalization;
using System.Text.RegularExpressions;

namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>Checks the parameters of one operation against the tables. Findings name parameter, operation and value, and show a valid example.</summary>
public static partial class OperationChecks
{
    private static readonly char[] Separators = [',', '/', '|'];

    /// <summary>Findings that stop the request; empty when there are none.</summary>
    public static IEnumerable<string> Errors(MediaOperation operation)
    {
        var rule = operation.Rule;
        foreach (var (name, value) in operation.Parameters)
            if (ValueError(rule, name, value) is { } error)
                yield return error + Example(rule);
        foreach (var name in rule.Required.Where(n => operation[n] is null))
            yield return $"{rule.Name} requires the parameter '{name}'." + Example(rule);
        if (rule.RequiredAny.Count > 0 && rule.RequiredAny.All(n => operation[n] is null))
            yield return $"{rule.Name} requires at least one of: {string.Join(", ", rule.RequiredAny)}." + Example(rule);
        foreach (var (first, second) in rule.Exclusive.Where(p => operation[p.First] is not null && operation[p.Second] is not null))
            yield return $"{rule.Name}: '{first}' and '{second}' exclude each other." + Example(rule);
        foreach (var special in SpecialChecks.Errors(operation)) yield return special + Example(rule);
        foreach (var (name, value) in operation.Segments.SelectMany(s => s.Items))
            if (name is not ("ss" or "t") || !long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                yield return $"Invalid segment item '{name}_{value}' in operation '{rule.Name}': ss and t take milliseconds." + Example(rule);
    }

    /// <summary>Findings that the request survives.</summary>
    public static IEnumerable<string> Warnings(MediaOperation operation)
    {
        foreach (var (name, _) in operation.Parameters.Where(p => operation.Rule.Find(p.Key) is null))
            yield return $"{operation.Name}: '{name}' is not in the document's tables; it is passed on unchecked.";
        foreach (var warning in SpecialChecks.Warnings(operation)) yield return warning;
    }

    private static string Example(OperationRule rule) => $" Example: {rule.Example}.";

    private static string? ValueError(OperationRule rule, string name, string value)
    {
        var parameter = rule.Find(name);
        if (value.Contains('"', StringComparison.Ordinal) && value.Contains('\'', StringComparison.Ordinal))
            return Invalid(rule, name, value, "must not hold both kinds of quotes");
        if (parameter is null)
            return !SafeName().IsMatch(name) || value.IndexOfAny(Separators) >= 0 || value.Length == 0 ? Invalid(rule, name, value, "must not contain ',', '/' or '|'") : null;
        var fits = parameter.Kind switch
        {
            ParameterKind.Whole => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= parameter.Min && n <= parameter.Max,
            ParameterKind.Number => double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n)
                && (parameter.AboveMin ? n > parameter.Min : n >= parameter.Min) && n <= parameter.Max,
            ParameterKind.Word => parameter.Words.Contains(value, StringComparer.Ordinal),
            ParameterKind.Size => FitsSize(value, parameter),
            ParameterKind.Color => Hex().IsMatch(value),
            ParameterKind.Text => value.Length > 0,
            _ => true,
        };
        return fits ? null : Invalid(rule, name, value, value.Length == 0 ? "must not be empty" : parameter.Expectation);
    }

    private static string Invalid(OperationRule rule, string name, string value, string expectation) =>
        $"Invalid value '{value}' for parameter '{name}' in operation '{rule.Name}': {expectation}.";

    private static bool FitsSize(string value, ParameterRule rule)
    {
        if (SizeForm().Match(value) is not { Success: true } match || value.Length < 3) return false;
        return new[] { match.Groups["w"].Value, match.Groups["h"].Value }
            .Where(side => side.Length > 0)
            .All(side => int.Parse(side, CultureInfo.InvariantCulture) is var n && n % 2 == 0 && n >= rule.Min && n <= rule.Max);
    }

    [GeneratedRegex("^(?<w>[0-9]{0,5})x(?<h>[0-9]{0,5})$", RegexOptions.NonBacktracking)]
    private static partial Regex SizeForm();

    [GeneratedRegex("^[0-9A-Fa-f]{6}$", RegexOptions.NonBacktracking)]
    private static partial Regex Hex();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]*$", RegexOptions.NonBacktracking)]
    private static partial Regex SafeName();
}
