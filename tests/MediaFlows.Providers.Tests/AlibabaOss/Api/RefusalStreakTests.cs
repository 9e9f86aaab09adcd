using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.Tests.AlibabaOss.Api;

public sealed class RefusalStreakTests
{
    private readonly RefusalStreak _streak = new();

    [Theory]
    [InlineData("ProcessObject", "GetBucketInfo", true)]
    [InlineData("ProcessObject", "PutObject", true)]
    [InlineData("ProcessObject", "ProcessObject", false)]
    [InlineData("ProcessObject", "GetObject", false)]
    [InlineData("GetBucketInfo", "GetBucketInfo", false)]
    [InlineData("PutObject", "PutObject", false)]
    [InlineData("PutObject", "GetBucketInfo", true)]
    public void A_row_ends_when_work_or_what_was_refused_works(string refused, string works, bool stillInARow)
    {
        Assert.Equal("own", Refuse(refused).Hint);
        _streak.Answered("bucket", works);
        Assert.Equal(stillInARow ? RefusalStreak.Advice : "own", Refuse(refused).Hint);
    }

    [Fact]
    public void Every_bucket_has_its_own_row_and_other_refusals_end_it()
    {
        Refuse("ProcessObject");
        Assert.Equal("own", Refuse("ProcessObject", bucket: "other").Hint);
        Refuse("ProcessObject", "NoSuchKey");
        Assert.Equal("own", Refuse("ProcessObject").Hint);
        Assert.Equal(RefusalStreak.Advice, Refuse("GetObject", "AccessDenied").Hint);
    }

    private FlowError Refuse(string action, string code = "InvalidArgument", string bucket = "bucket") =>
        _streak.Refused(bucket, action, new FlowError(ErrorCodes.ProviderRefused, "No.") { ProviderCode = code, Hint = "own" });
}
