using MediaFlows.Core.Errors;
using MediaFlows.Core.Limits;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Core.Tests.Limits;

public sealed class LimitSettingsTests
{
    [Fact]
    public void Limits_are_read_by_provider()
    {
        var limits = Read(("MEDIAFLOWS_LIMIT_BUSY_JOBS", "20"), ("mediaflows_limit_busy_calls_per_second", "2.5"));
        Assert.Equal(new ProviderLimits(20, null, 2.5), limits.For("busy"));
        Assert.Equal(ProviderLimits.None, limits.For("other"));
    }

    [Theory]
    [InlineData("MEDIAFLOWS_LIMIT_BUSY_JOBS", "0")]
    [InlineData("MEDIAFLOWS_LIMIT_BUSY_JOBS", "1.5")]
    [InlineData("MEDIAFLOWS_LIMIT_BUSY_JOBS", "many")]
    [InlineData("MEDIAFLOWS_LIMIT_BUSY_SUBMITS_PER_MINUTE", "-1")]
    [InlineData("MEDIAFLOWS_LIMIT_BUSY_CALLS_PER_SECOND", "1e3")]
    [InlineData("MEDIAFLOWS_LIMIT_BUZY_JOBS", "3")]
    [InlineData("MEDIAFLOWS_LIMIT_BUSY_JOB", "3")]
    public void A_limit_that_cannot_be_meant_is_refused_by_name(string name, string value)
    {
        var e = Assert.Throws<FlowException>(() => Read((name, value)));
        Assert.Equal(ErrorCodes.InvalidInput, e.Error.Code);
        Assert.Contains(name, e.Message, StringComparison.Ordinal);
    }

    private static LimitSettings Read(params (string Name, string Value)[] settings) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build(), [new BusyModule()]);
}
