using System.Text.Json.Nodes;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Testing.Time;

namespace MediaFlows.Simulator.Tests.Tencent;

/// <summary>What the simulated API refuses, and how its tasks live.</summary>
public sealed class VodEndpointTests : IAsyncLifetime
{
    private const string Image = """{"SubAppId":1500000001,"ModelName":"Hunyuan","ModelVersion":"3.0","Prompt":"p","SessionId":"s-1"}""";
    private readonly VirtualTime _time = new();
    private SimulatorHost _simulator = null!;

    private CloudContext Cloud => _simulator["tencent"];

    public async ValueTask InitializeAsync() =>
        _simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Clouds = new Dictionary<string, int>(StringComparer.Ordinal) { ["tencent"] = 0 }, Time = _time });

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task A_call_is_refused_for_each_thing_that_is_wrong_with_it()
    {
        Assert.Null(await new SignedCall(Cloud).CodeAsync());
        Assert.Equal("AuthFailure.SecretIdNotFound", await new SignedCall(Cloud) { SecretId = "AKIDX" }.CodeAsync());
        Assert.Equal("AuthFailure.SignatureFailure", await new SignedCall(Cloud) { SecretKey = "wrong" }.CodeAsync());
        Assert.Equal("AuthFailure.SignatureFailure", await new SignedCall(Cloud).CodeAsync("{}", sentInstead: """{"Limit":1}"""));
        Assert.Equal("AuthFailure.SignatureFailure", await new SignedCall(Cloud) { SignedHeaders = "host;content-type" }.CodeAsync());
        Assert.Equal("AuthFailure.SignatureExpire", await new SignedCall(Cloud) { Skew = TimeSpan.FromMinutes(-6) }.CodeAsync());
        Assert.Equal("AuthFailure.SignatureExpire", await new SignedCall(Cloud) { Skew = TimeSpan.FromMinutes(6) }.CodeAsync());
        Assert.Null(await new SignedCall(Cloud) { Skew = TimeSpan.FromMinutes(4) }.CodeAsync());
        Assert.Equal("AuthFailure.InvalidAuthorization", await new SignedCall(Cloud) { Authorized = false }.CodeAsync());
        Assert.Equal("InvalidAction", await new SignedCall(Cloud) { Action = "DoNothing" }.CodeAsync());
        Assert.Equal("NoSuchVersion", await new SignedCall(Cloud) { Version = "2017-01-01" }.CodeAsync());
        Assert.Equal("UnknownParameter", await new SignedCall(Cloud).CodeAsync("""{"Nonsense":1}"""));
        Assert.Equal("MissingParameter", await new SignedCall(Cloud) { Action = "DescribeTaskDetail" }.CodeAsync());
    }

    [Fact]
    public async Task A_task_waits_works_and_finishes_and_is_forgotten_after_three_days()
    {
        Cloud.Knobs["jobSeconds"] = 100;
        var id = (await CreateAsync())["TaskId"]!.ToString();

        Assert.Equal("WAITING", (await DetailAsync(id))["Status"]!.ToString());
        _time.Advance(TimeSpan.FromSeconds(50));
        var working = await DetailAsync(id);
        Assert.Equal("PROCESSING", working["Status"]!.ToString());
        Assert.Equal(50, (int)working["AigcImageTask"]!["Progress"]!);
        Assert.True(working.AsObject().ContainsKey("ProcedureTask"));
        Assert.Null(working["ProcedureTask"]);
        _time.Advance(TimeSpan.FromSeconds(50));
        var done = await DetailAsync(id);
        Assert.Equal("FINISH", done["Status"]!.ToString());
        Assert.Equal("", done["AigcImageTask"]!["Output"]!["FileInfos"]![0]!["FileId"]!.ToString());
        Assert.Equal("s-1", done["AigcImageTask"]!["SessionId"]!.ToString());

        _time.Advance(TimeSpan.FromDays(3.1));
        Assert.Equal("ResourceNotFound", (await DetailAsync(id))["Error"]!["Code"]!.ToString());
    }

    [Fact]
    public async Task A_failed_task_still_finishes_and_its_inner_codes_tell()
    {
        Cloud.Knobs["failNext"] = "InternalError";
        var id = (await CreateAsync())["TaskId"]!.ToString();
        _time.Advance(TimeSpan.FromMinutes(5));

        var done = await DetailAsync(id);

        Assert.Equal("FINISH", done["Status"]!.ToString());
        Assert.Equal(70000, (int)done["AigcImageTask"]!["ErrCode"]!);
        Assert.Equal("InternalError", done["AigcImageTask"]!["ErrCodeExt"]!.ToString());
        Assert.Empty(done["AigcImageTask"]!["Output"]!["FileInfos"]!.AsArray());
    }

    [Fact]
    public async Task A_session_is_accepted_once_in_three_days_and_charged_once()
    {
        await CreateAsync();
        Assert.Equal("InvalidParameterValue.SessionId", (await CreateAsync())["Error"]!["Code"]!.ToString());
        Assert.Single(Cloud.Charges.List());

        _time.Advance(TimeSpan.FromDays(3.1));
        Assert.NotNull((await CreateAsync())["TaskId"]);
        var empty = Image.Replace("s-1", "", StringComparison.Ordinal);
        Assert.NotNull((await CreateAsync(empty))["TaskId"]);
        Assert.NotNull((await CreateAsync(empty))["TaskId"]);
        Assert.Equal(4, Cloud.Charges.Count);
    }

    [Fact]
    public async Task Calls_beyond_the_rate_are_refused_until_the_next_second()
    {
        Cloud.Knobs["requestsPerSecond"] = 2;

        Assert.Null(await new SignedCall(Cloud).CodeAsync());
        Assert.Null(await new SignedCall(Cloud).CodeAsync());
        Assert.Equal("RequestLimitExceeded", await new SignedCall(Cloud).CodeAsync());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await new SignedCall(Cloud).CodeAsync());
    }

    [Fact]
    public async Task A_commit_needs_its_object_and_a_known_key()
    {
        var apply = await new SignedCall(Cloud) { Action = "ApplyUpload" }.SendAsync("""{"MediaType":"mp4"}""");

        Assert.Equal("FailedOperation", await new SignedCall(Cloud) { Action = "CommitUpload" }.CodeAsync($$"""{"VodSessionKey":"{{apply["VodSessionKey"]}}"}"""));
        Assert.Equal("InvalidParameterValue.VodSessionKey", await new SignedCall(Cloud) { Action = "CommitUpload" }.CodeAsync("""{"VodSessionKey":"unknown"}"""));
        Assert.Null(apply["CoverStoragePath"]);
    }

    private Task<JsonNode> CreateAsync(string body = Image) => new SignedCall(Cloud) { Action = "CreateAigcImageTask" }.SendAsync(body);

    private Task<JsonNode> DetailAsync(string id) => new SignedCall(Cloud) { Action = "DescribeTaskDetail" }.SendAsync($$"""{"TaskId":"{{id}}"}""");
}
