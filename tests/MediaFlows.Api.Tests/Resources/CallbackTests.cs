using System.Net;
using MediaFlows.Api.Tests.Hosting;
using MediaFlows.Core.Client;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Submissions;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Api.Tests.Resources;

public sealed class CallbackTests(ApiTestHost host) : IClassFixture<ApiTestHost>
{
    [Fact]
    public async Task A_verified_callback_wakes_the_poll_loop_of_its_job_and_no_other()
    {
        await SubmitAsync("cb", "S1", "job-1");
        await SubmitAsync("cb", "S2", "job-2");
        host.Make("cb");
        host.Make("cb:S1.1", FlowStatus.Completed, i => i with { ParentId = "cb" });
        host.Make("cb:S1.2", FlowStatus.Running, i => i with { ParentId = "cb" });
        host.Make("cb:S2.1", FlowStatus.Running, i => i with { ParentId = "cb" });

        using var answer = await SendAsync("good", "job-1");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var raised = Assert.Single(host.Client.Events, e => e.Id.StartsWith("cb:", StringComparison.Ordinal));
        Assert.Equal(("cb:S1.2", FlowEvents.Callback, "job-1"), (raised.Id, raised.Name, raised.Payload.GetProperty("jobId").GetString()));

        using var again = await SendAsync("good", "job-1,job-1");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(2, host.Client.Events.Count(e => e.Id == "cb:S1.2"));
    }

    [Fact]
    public async Task A_forged_callback_is_refused_and_wakes_nobody()
    {
        await SubmitAsync("forged", "S1", "job-f");
        host.Make("forged:S1.1", FlowStatus.Running, i => i with { ParentId = "forged" });
        using var answer = await SendAsync("bad", "job-f");

        await answer.ShouldBeProblem(HttpStatusCode.Forbidden, "MF5003");
        Assert.DoesNotContain(host.Client.Events, e => e.Id.StartsWith("forged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_callback_that_comes_after_the_end_of_its_job_is_taken_and_wakes_nobody()
    {
        await SubmitAsync("late", "S1", "job-late");
        host.Make("late", FlowStatus.Completed);
        host.Make("late:S1.1", FlowStatus.Completed, i => i with { ParentId = "late" });
        using var answer = await SendAsync("good", "job-late");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain(host.Client.Events, e => e.Id.StartsWith("late", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_callback_for_a_job_that_is_not_ours_is_taken_and_dropped()
    {
        using var answer = await SendAsync("good", "job-of-somebody");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_provider_without_callbacks_has_no_route()
    {
        using var answer = await host.Stranger.PostAsync("/api/callbacks/nobody", new StringContent("x"));
        await answer.ShouldBeProblem(HttpStatusCode.NotFound, "MF1003");
    }

    [Fact]
    public async Task A_huge_callback_is_refused_before_it_is_read()
    {
        using var answer = await SendAsync("good", new string('x', (1024 * 1024) + 1));
        await answer.ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "MF1005");
    }

    private async Task SubmitAsync(string instance, string step, string jobId)
    {
        var ledger = host.Services.GetRequiredService<ISubmissionLedger>();
        var record = new SubmissionRecord { InstanceId = instance, Step = step, Provider = "sample", ClientToken = "t", RequestHash = "h" };
        var entry = await ledger.BeginAsync(record, default);
        await ledger.ReplaceAsync(entry, record with { State = SubmissionState.Accepted, JobId = jobId }, default);
    }

    private async Task<HttpResponseMessage> SendAsync(string sign, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/callbacks/sample") { Content = new StringContent(body) };
        request.Headers.Add("X-Sign", sign);
        return await host.Stranger.SendAsync(request);
    }
}
