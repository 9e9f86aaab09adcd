using System.Net;
using System.Net.Http.Json;
using System.Text;
using MediaFlows.Api.Tests.Hosting;
using MediaFlows.Core.Client;

namespace MediaFlows.Api.Tests.Instances;

public sealed class ControlTests(ApiTestHost host) : IClassFixture<ApiTestHost>
{
    [Theory]
    [InlineData("cancel", FlowStatus.Running, "cancelled")]
    [InlineData("terminate", FlowStatus.Running, "terminated")]
    [InlineData("suspend", FlowStatus.Running, "suspended")]
    [InlineData("resume", FlowStatus.Suspended, "running")]
    [InlineData("resume", FlowStatus.TimedOut, "running")]
    [InlineData("retry", FlowStatus.Failed, "running")]
    public async Task A_verb_is_carried_out_and_answers_with_the_status(string verb, FlowStatus from, string to)
    {
        var id = $"v-{verb}-{from}";
        host.Make(id, from);
        using var answer = await host.Http.PostAsJsonAsync($"/api/flows/{id}/{verb}", new { reason = "because" });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.EndsWith($"/api/flows/{id}", answer.Headers.Location!.ToString());
        Assert.Equal(to, (string?)(await ApiTestHost.JsonOf(answer))["state"]);
        Assert.Contains(host.Client.Calls, c => c.StartsWith($"{verb} {id} because", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cancel", FlowStatus.Completed)]
    [InlineData("terminate", FlowStatus.Cancelled)]
    [InlineData("suspend", FlowStatus.Failed)]
    [InlineData("resume", FlowStatus.Completed)]
    [InlineData("retry", FlowStatus.Running)]
    public async Task A_verb_that_does_not_fit_the_state_changes_nothing(string verb, FlowStatus state)
    {
        var id = $"w-{verb}-{state}";
        host.Make(id, state);
        using var answer = await host.Http.PostAsync($"/api/flows/{id}/{verb}", null);

        await answer.ShouldBeProblem(HttpStatusCode.Conflict, "MF2002");
        Assert.Equal(state, (await host.Client.GetAsync(id, default))!.Status);
    }

    [Fact]
    public async Task Resume_adopts_a_job_or_submits_again_as_told()
    {
        host.Make("adopt", FlowStatus.NeedsAttention);
        using var adopt = await host.Http.PostAsJsonAsync("/api/flows/adopt/resume", new { jobId = "j-9" });
        host.Make("again", FlowStatus.NeedsAttention);
        using var again = await host.Http.PostAsJsonAsync("/api/flows/again/retry", new { resubmit = true });

        Assert.Contains("resume adopt |j-9|False", host.Client.Calls);
        Assert.Contains("retry again ||True", host.Client.Calls);
    }

    [Theory]
    [InlineData("cancel", """{"resubmit":true}""", "resubmit")]
    [InlineData("cancel", """{"jobId":"x"}""", "jobId")]
    [InlineData("resume", """{"jobId":"x","resubmit":true}""", "resubmit")]
    [InlineData("resume", """{"job":"x"}""", "job")]
    [InlineData("retry", """{"resubmit":"yes"}""", "resubmit")]
    public async Task A_decision_that_does_not_fit_is_refused(string verb, string body, string field)
    {
        host.Make("strict", FlowStatus.NeedsAttention);
        using var answer = await host.Http.PostAsync($"/api/flows/strict/{verb}", new StringContent(body, Encoding.UTF8, "application/json"));

        var problem = await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1001");
        Assert.NotNull(problem["errors"]![field]);
        Assert.Equal(FlowStatus.NeedsAttention, (await host.Client.GetAsync("strict", default))!.Status);
    }

    [Fact]
    public async Task An_event_reaches_the_instance_with_its_payload()
    {
        host.Make("ev");
        using var answer = await host.Http.PostAsJsonAsync("/api/flows/ev/events/approved", new { by = "me" });
        using var empty = await host.Http.PostAsync("/api/flows/ev/events/nudge", null);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, empty.StatusCode);
        Assert.Equal("me", host.Client.Events.Single(e => e.Name == "approved").Payload.GetProperty("by").GetString());
        Assert.Equal("null", host.Client.Events.Single(e => e.Name == "nudge").Payload.GetRawText());
    }

    [Fact]
    public async Task Our_own_event_names_cannot_be_sent_from_outside()
    {
        host.Make("ours");
        using var answer = await host.Http.PostAsync("/api/flows/ours/events/mediaflows.cancel", null);
        await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1001");
    }
}
