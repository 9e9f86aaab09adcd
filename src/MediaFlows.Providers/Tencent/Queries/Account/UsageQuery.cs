using System.Globalization;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Words;

namespace MediaFlows.Providers.Tencent.Queries.Account;

/// <summary>Tells how much was generated (DescribeAigcUsageData): days, or five-minute points for a day or less.</summary>
public sealed class UsageQuery(QueryServices services) : VodQuery<UsageInput>(services)
{
    private const int LongestDays = 90;
    private const int DefaultDays = 30;
    private const int LongestPast = 365;

    // Bare dates are meant in China Standard Time, as the service bills.
    private static readonly TimeSpan ServiceOffset = TimeSpan.FromHours(8);

    private readonly TimeProvider _time = services.Time;

    /// <inheritdoc/>
    public override string Name => "tencent.aigc-token-usage";

    /// <inheritdoc/>
    public override string Description => "Tells how much was generated with Tencent Cloud VOD.";

    /// <inheritdoc/>
    protected override string Action => "DescribeAigcUsageData";

    /// <inheritdoc/>
    protected override JsonObject Build(UsageInput input, InputChecks checks)
    {
        var type = checks.Word(
            TencentWords.UsageType,
            "type",
            checks.Ask(input.Type, "type", "Which kind of usage?", [new("Text", "Text"), new("Images", "Image"), new("Videos", "Video")]));
        var today = _time.GetUtcNow().ToOffset(ServiceOffset);
        var start = Parse("start", input.Start ?? today.AddDays(-DefaultDays).ToString("yyyy-MM-dd"), "T00:00:00+08:00", checks);
        var end = Parse("end", input.End ?? today.ToString("yyyy-MM-dd"), "T23:59:59+08:00", checks);
        if (start is { } from && end is { } to)
        {
            checks.RefuseIf(from.At < today.AddDays(-LongestPast - 1), "start", $"Usage is told for the last {LongestPast} days.");
            checks.RefuseIf(to.At < from.At, "end", "The end lies before the start.");
            checks.RefuseIf(to.At - from.At > TimeSpan.FromDays(LongestDays), "start", $"At most {LongestDays} days are told at a time.");
        }

        return VodJson.Object(("AigcType", type), ("StartTime", start?.Text), ("EndTime", end?.Text));
    }

    private static (DateTimeOffset At, string Text)? Parse(string field, string text, string dayPart, InputChecks checks)
    {
        var whole = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text + dayPart : text;
        if (DateTimeOffset.TryParse(whole, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return (at, whole);
        checks.Refuse(field, $"'{text}' is no date: write 2026-01-31 or 2026-01-31T08:00:00+08:00.");
        return null;
    }
}
