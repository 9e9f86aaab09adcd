using System.Net;

namespace MediaFlows.Cli.Tests.Usage;

public sealed class DoctorExitTests
{
    [Theory]
    [InlineData("ok", "ok", 0, 0)]
    [InlineData("ok", "warning", 0, 0)]
    [InlineData("skipped", "skipped", 0, 1)]
    [InlineData("skipped", "warning", 0, 1)]
    [InlineData("ok", "failed", 1, 1)]
    public async Task A_group_that_was_asked_for_must_have_something_that_works(string credentials, string bucket, int whole, int group)
    {
        var host = new FakeHost();
        host.Answers["GET /api/doctor"] = (HttpStatusCode.OK,
            $$"""{"findings":[{"group":"storage","name":"blobs","state":"ok","detail":""},{"group":"oss","name":"credentials","state":"{{credentials}}","detail":""},{"group":"oss","name":"bucket","state":"{{bucket}}","detail":""}]}""");
        Assert.Equal(whole, await host.RunAsync("doctor"));
        Assert.Equal(group, await host.RunAsync("doctor", "oss"));
    }
}
