using System.Text.Json.Nodes;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Storage;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.ImageTemplates;
using MediaFlows.Simulator.Faults;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.Tests.Tencent.Flows;

/// <summary>An account holds 50 templates, so pictures that are enlarged with the same settings share one.</summary>
public sealed class ImageTemplateTests : IAsyncLifetime
{
    private const string Flow = "tencent.image-process";
    private const string Create = "CreateProcessImageAsyncTemplate";
    private const string Prefix = "tencent/image-templates/";
    private const string Enlarge = """{"operation":"super-resolution","url":"https://e.com/a.png","percent":3}""";
    private TencentLab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await TencentLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task More_pictures_than_an_account_holds_templates_are_enlarged_with_one()
    {
        for (var picture = 0; picture < 55; picture++)
            await _lab.OutputAsync(Flow, $$"""{"operation":"super-resolution","url":"https://e.com/{{picture}}.png"}""", $"picture-{picture}");

        Assert.Equal(1, _lab.Requests(Create));
        Assert.Equal(55, _lab.Cloud.Charges.Count);
    }

    [Theory]
    [InlineData("""{"operation":"super-resolution","url":"https://e.com/a.png","percent":3.0}""", true)]
    [InlineData("""{"operation":"super-resolution","url":"https://e.com/b.png","percent":3,"outputName":"n","mode":"percent","srType":"super"}""", true)]
    [InlineData("""{"operation":"super-resolution","url":"https://e.com/a.png","percent":2}""", false)]
    [InlineData("""{"operation":"super-resolution","url":"https://e.com/a.png","percent":3,"srType":"standard"}""", false)]
    [InlineData("""{"operation":"super-resolution","url":"https://e.com/a.png","percent":3,"outputFormat":"PNG"}""", false)]
    [InlineData("""{"operation":"super-resolution","url":"https://e.com/a.png","percent":3,"subAppId":1500000002}""", false)]
    public async Task Templates_are_shared_by_equal_settings_of_one_sub_application_only(string other, bool shared)
    {
        var first = await _lab.OutputAsync(Flow, Enlarge, "first");

        var second = await _lab.OutputAsync(Flow, other, "second");

        Assert.Equal(shared, (long)first["Definition"]! == (long)second["Definition"]!);
        Assert.Equal(shared ? 1 : 2, _lab.Requests(Create));
    }

    [Fact]
    public async Task A_template_that_is_old_enough_is_used_at_once()
    {
        await _lab.OutputAsync(Flow, Enlarge, "first");
        _lab.Time.Advance(TimeSpan.FromMinutes(5));
        var start = _lab.Time.GetUtcNow();
        DateTimeOffset? submitted = null;
        _lab.Runner.BeforeActivity = name =>
        {
            if (name == "tencent.submit-task") submitted ??= _lab.Time.GetUtcNow();
            return Task.CompletedTask;
        };

        await _lab.OutputAsync(Flow, Enlarge, "second");

        Assert.Equal(start, submitted);
    }

    [Fact]
    public async Task A_template_that_another_hub_or_a_lost_record_left_is_found_in_the_account()
    {
        var first = await _lab.OutputAsync(Flow, Enlarge, "first");
        await ForgetAsync();

        var second = await _lab.OutputAsync(Flow, Enlarge, "second");

        Assert.Equal((long)first["Definition"]!, (long)second["Definition"]!);
        Assert.Equal(1, _lab.Requests(Create));
        Assert.Single(await RecordsAsync());
    }

    [Fact]
    public async Task A_template_of_that_name_with_other_settings_is_another_one()
    {
        var body = await _lab.PlannedBodyAsync(Flow, Enlarge, Create);
        body["ProcessImageConfigure"]!["EnhanceConfig"]!["AdvancedSuperResolution"]!["Percent"] = 4;
        var changed = await CallAsync(Create, body);

        var output = await _lab.OutputAsync(Flow, Enlarge);

        Assert.NotEqual((long)changed["Definition"]!, (long)output["Definition"]!);
    }

    [Fact]
    public async Task A_template_is_found_behind_many_others()
    {
        _lab.Cloud.Knobs["templatePresets"] = 230;
        var first = await _lab.OutputAsync(Flow, Enlarge, "first");
        await ForgetAsync();

        Assert.Equal((long)first["Definition"]!, (long)(await _lab.OutputAsync(Flow, Enlarge, "second"))["Definition"]!);
    }

    [Fact]
    public async Task A_template_that_was_deleted_is_made_again()
    {
        var first = await _lab.OutputAsync(Flow, Enlarge, "first");
        _lab.Time.Advance(TimeSpan.FromMinutes(5));
        await DeleteAsync((long)first["Definition"]!);

        var second = await _lab.OutputAsync(Flow, Enlarge, "second");

        Assert.NotEqual((long)first["Definition"]!, (long)second["Definition"]!);
        Assert.Equal((long)second["Definition"]!, (long)(await _lab.OutputAsync(Flow, Enlarge, "third"))["Definition"]!);
        Assert.Equal(2, _lab.Requests(Create));
    }

    [Theory]
    [InlineData(FaultKind.DropAfter, 0)]
    [InlineData(FaultKind.DropAfter, 20)]
    [InlineData(FaultKind.DropBefore, 0)]
    public async Task An_answer_that_was_lost_leaves_one_template_however_late_the_list_shows_it(FaultKind kind, int lag)
    {
        _lab.Cloud.Knobs["templateListLagSeconds"] = lag;
        _lab.Cloud.Faults.Add(new FaultRule { Operation = Create, Kind = kind });

        await _lab.OutputAsync(Flow, Enlarge, "first");
        await _lab.OutputAsync(Flow, Enlarge, "second");

        Assert.Equal(1, await CountAsync());
        Assert.Equal(2, _lab.Cloud.Charges.Count);
    }

    [Fact]
    public async Task While_one_flow_makes_the_template_another_waits_for_it_and_outlasts_one_that_died()
    {
        await _lab.OutputAsync(Flow, Enlarge, "first");
        var record = Assert.Single(await RecordsAsync());
        await DeleteAsync((await ListAsync())[0]);
        await PutAsync(record, $$"""{"at":"{{_lab.Time.GetUtcNow():O}}"}""");
        var start = _lab.Time.GetUtcNow();

        await _lab.OutputAsync(Flow, Enlarge, "second");

        Assert.InRange((_lab.Time.GetUtcNow() - start).TotalSeconds, 60, 120);
        Assert.Equal(2, _lab.Requests(Create));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Flows_that_start_together_make_one_template()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => EnsureAsync()));

        // The others are told to look again and find it.
        Assert.Contains(runs, r => r is not null);
        Assert.All(runs.OfType<long>(), id => Assert.Equal(runs.OfType<long>().First(), id));
        Assert.Equal(1, _lab.Requests(Create));
        Assert.Equal(runs.OfType<long>().First(), await EnsureAsync());
    }

    [Fact]
    public async Task A_full_account_is_a_clear_error_and_the_next_flow_may_try_at_once()
    {
        for (var i = 1; i <= 50; i++) await _lab.OutputAsync(Flow, $$"""{"operation":"super-resolution","url":"https://e.com/a.png","mode":"fixed","width":{{i}},"height":1}""", $"fill-{i}");

        var run = await _lab.Runner.RunAsync(Flow, Enlarge, id: "full");
        Assert.Equal(ErrorCodes.QuotaExceeded, run.Error!.Code);
        Assert.Equal("LimitExceeded.TooMuchTemplate", run.Error.ProviderCode);
        Assert.Equal("The account holds at most 50 templates: delete old ones in the VOD console, or name one of them as templateId.", run.Error.Hint);
        Assert.Equal(50, _lab.Cloud.Charges.Count);

        await DeleteAsync((await ListAsync())[0]);
        var start = _lab.Time.GetUtcNow();
        await _lab.OutputAsync(Flow, Enlarge, "room");
        Assert.True(_lab.Time.GetUtcNow() - start < TimeSpan.FromMinutes(1));
    }

    private async Task<long?> EnsureAsync()
    {
        var activity = (EnsureImageTemplate)_lab.Runner.Catalog.FindActivity(EnsureImageTemplate.Ref.Name)!;
        var body = ImageTemplateBody.Create(1500000001, "t", new JsonObject { ["EnhanceConfig"] = new JsonObject { ["AdvancedSuperResolution"] = new JsonObject { ["Percent"] = 2.5 } } });
        try
        {
            return (await activity.RunAsync(new ActivityContext { InstanceId = "i", ActivityName = EnsureImageTemplate.Ref.Name }, body, TestContext.Current.CancellationToken)).Definition;
        }
        catch (FlowException e) when (e.Error.Retryable)
        {
            return null;
        }
    }

    private IBlobStore Blobs => _lab.Runner.Services.GetRequiredService<IBlobStore>();

    private async Task<List<string>> RecordsAsync() => await Blobs.ListAsync(Prefix, CancellationToken.None).Select(b => b.Name).ToListAsync();

    private async Task ForgetAsync()
    {
        foreach (var name in await RecordsAsync()) await Blobs.DeleteAsync(name, null, CancellationToken.None);
    }

    private Task PutAsync(string name, string json) => Blobs.PutAsync(name, System.Text.Encoding.UTF8.GetBytes(json), BlobCondition.None, CancellationToken.None);

    private async Task<int> CountAsync() => (await ListAsync()).Count;

    private async Task<List<long>> ListAsync()
    {
        var listed = await CallAsync("DescribeProcessImageAsyncTemplates", new JsonObject { ["Limit"] = 100 });
        return [.. listed["ProcessImageAsyncTemplateSet"]!.AsArray().Select(t => (long)t!["Definition"]!)];
    }

    private Task<JsonObject> DeleteAsync(long id) => CallAsync("DeleteProcessImageAsyncTemplate", new JsonObject { ["Definition"] = id });

    private Task<JsonObject> CallAsync(string action, JsonObject body) =>
        _lab.Runner.Services.GetRequiredService<VodClient>().CallAsync(new VodCall(action, body), TestContext.Current.CancellationToken);
}
