using MediaFlows.Providers.AlibabaOss.Flows;

namespace MediaFlows.Providers.Tests.AlibabaOss.Flows;

public sealed class TemporaryKeysTests
{
    [Fact]
    public void Two_flows_over_one_file_do_not_remove_each_others_upload_and_a_replay_finds_its_own()
    {
        Assert.NotEqual(TemporaryKeys.Upload("flow-1", "a.png"), TemporaryKeys.Upload("flow-2", "a.png"));
        Assert.Equal(TemporaryKeys.Upload("flow-1", "a.png"), TemporaryKeys.Upload("flow-1", "a.png"));
        Assert.NotEqual(TemporaryKeys.BlindWatermark("flow-1", "a.png", "p"), TemporaryKeys.BlindWatermark("flow-2", "a.png", "p"));
    }

    [Theory]
    [InlineData("a b?.png", "_a_b_.png")]
    [InlineData("照片.png", "_照片.png")]
    [InlineData("", "_image")]
    public void The_key_has_the_documented_form(string name, string ending)
    {
        var key = TemporaryKeys.Upload("flow", name);
        Assert.Matches("^_upload_tmp/[0-9a-f]{16}_", key);
        Assert.Equal(ending, key["_upload_tmp/".Length..][16..]);
    }
}
