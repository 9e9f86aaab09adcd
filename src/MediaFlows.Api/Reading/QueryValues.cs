using System.Globalization;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Reading;

/// <summary>Typed query values. What does not fit is collected; <see cref="ThrowIfWrong"/> reports it all at once.</summary>
internal sealed class QueryValues(IQueryCollection query)
{
    private readonly InputErrors _errors = new();

    public string? Text(string name, int maxLength = 200)
    {
        var value = query[name].LastOrDefault();
        if (string.IsNullOrEmpty(value)) return null;
        if (value.Length <= maxLength) return value;
        _errors.Add(name, $"'{name}' holds at most {maxLength} characters.");
        return null;
    }

    /// <summary>Absent is false; present without a value is true.</summary>
    public bool Flag(string name, bool absent = false)
    {
        if (!query.TryGetValue(name, out var values)) return absent;
        var value = values.LastOrDefault();
        if (string.IsNullOrEmpty(value)) return true;
        if (bool.TryParse(value, out var flag)) return flag;
        _errors.Add(name, $"'{name}' is true or false.");
        return false;
    }

    public int Whole(string name, int absent, int min, int max)
    {
        if (Text(name) is not { } text) return absent;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= min && n <= max) return n;
        _errors.Add(name, $"'{name}' is a whole number from {min} to {max}.");
        return absent;
    }

    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text) return null;
        // An unescaped + in a query is a space; times with an offset arrive so.
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (text.Length >= 10 && DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, Utc, out var time)) return time;
        if (text.Length >= 10 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out time)) return time;
        _errors.Add(name, $"'{name}' is an RFC 3339 time such as 2026-01-15T12:34:56Z.");
        return null;
    }

    /// <summary>Repeated or comma-separated values.</summary>
    public IReadOnlyList<string> List(string name) =>
        [.. query[name].SelectMany(v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>Every value of a parameter that may be given several times.</summary>
    public IReadOnlyList<string> Repeated(string name) => [.. query[name].Select(v => v ?? "")];

    /// <summary>Our own state words.</summary>
    public IReadOnlyList<FlowStatus> States(string name)
    {
        var states = new List<FlowStatus>();
        foreach (var word in List(name))
        {
            if (Enum.TryParse<FlowStatus>(word, ignoreCase: true, out var state) && !char.IsAsciiDigit(word[0])) states.Add(state);
            else _errors.Add(name, $"'{word}' is no state. There are: {string.Join(", ", Enum.GetNames<FlowStatus>().Select(n => char.ToLowerInvariant(n[0]) + n[1..]))}.");
        }

        return states;
    }

    public void Add(string name, string message) => _errors.Add(name, message);

    /// <exception cref="InvalidInputException">Something did not fit.</exception>
    public void ThrowIfWrong() => _errors.ThrowIfAny();
}
