using System.Net;
using System.Text;
using MediaFlows.Simulator.BytePlus.Objects;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Testing.Time;

namespace MediaFlows.Simulator.Tests.BytePlus;

/// <summary>The upload gateway on the wire, byte for byte as the reference describes it.</summary>
public sealed class UploadGatewayTests : IAsyncLifetime
{
    private const string Oid = "tos-main-demo_space/a.mp4";
    private readonly VirtualTime _time = new();
    private readonly HttpClient _http = new();
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync(
        new SimulatorOptions { Clouds = new Dictionary<string, int>(StringComparer.Ordinal) { ["byteplus"] = 0 }, Time = _time });

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _simulator.DisposeAsync();
    }

    [Theory]
    [InlineData("123456789", "cbf43926")]
    [InlineData("", "00000000")]
    [InlineData("hello world", "0d4a1185")]
    public async Task A_checksum_that_fits_is_accepted_and_another_is_refused(string content, string crc)
    {
        Assert.Equal(HttpStatusCode.OK, (await PutAsync("", content, crc)).Status);
        var (status, body) = await PutAsync("", content, "12345678");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("\"success\":1", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0:{0},1:{1}", 200)]
    [InlineData("1:{0},2:{1}", 200)]
    [InlineData("0:{1},1:{0}", 400)]
    [InlineData("0:{0}", 400)]
    [InlineData("0:{0},1:{1},2:{1}", 400)]
    public async Task The_merge_list_is_taken_by_position_and_must_name_every_part_in_order(string list, int expected)
    {
        var id = await BeginAsync();
        await PutAsync($"?partNumber=2&uploadID={id}", "hello world", "0d4a1185", gateway: true);
        await PutAsync($"?partNumber=1&uploadID={id}", "123456789", "cbf43926", gateway: true);

        var (status, _) = await PutAsync($"?uploadID={id}", string.Format(list, "cbf43926", "0d4a1185"), null, gateway: true);

        Assert.Equal(expected, (int)status);
    }

    [Fact]
    public async Task A_missing_part_is_noticed()
    {
        var id = await BeginAsync();
        await PutAsync($"?partNumber=1&uploadID={id}", "123456789", "cbf43926", gateway: true);
        await PutAsync($"?partNumber=3&uploadID={id}", "hello world", "0d4a1185", gateway: true);
        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync($"?uploadID={id}", "0:cbf43926,1:0d4a1185", null, gateway: true)).Status);
    }

    [Fact]
    public async Task Parts_are_numbered_from_one_in_gateway_mode_only()
    {
        var id = await BeginAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync($"?partNumber=0&uploadID={id}", "x", null, gateway: true)).Status);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync($"?partNumber=0&uploadID={id}", "x", null)).Status);
    }

    [Fact]
    public async Task The_parts_that_arrived_are_listed_and_an_unknown_upload_is_404()
    {
        var id = await BeginAsync();
        await PutAsync($"?partNumber=1&uploadID={id}", "123456789", "cbf43926", gateway: true);
        var (_, body) = await SendAsync(HttpMethod.Get, $"?uploadID={id}", null, null, gateway: false, Auth());
        Assert.Contains("""{"partNumber":1,"crc32":"cbf43926","etag":"cbf43926"}""", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Get, "?uploadID=none", null, null, gateway: false, Auth())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync("?partNumber=1&uploadID=none", "x", null, gateway: true)).Status);
    }

    [Fact]
    public async Task An_authorization_is_good_for_its_object_and_its_time_only()
    {
        Assert.Equal(HttpStatusCode.OK, (await PutAsync("", "x", null)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Put, "", "x", null, gateway: false, "nonsense")).Status);
        var other = UploadAuth.Issue("tos-main-demo_space/b.mp4", _time.GetUtcNow().AddHours(1));
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Put, "", "x", null, gateway: false, other)).Status);
        var auth = Auth();
        _time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Put, "", "x", null, gateway: false, auth)).Status);
    }

    private string Auth() => UploadAuth.Issue(Oid, _time.GetUtcNow().AddHours(1));

    private async Task<string> BeginAsync()
    {
        var (_, body) = await PutAsync("?uploads", "", null, gateway: true);
        return System.Text.Json.Nodes.JsonNode.Parse(body)!["payload"]!["uploadID"]!.GetValue<string>();
    }

    private Task<(HttpStatusCode Status, string Body)> PutAsync(string query, string content, string? crc, bool gateway = false) =>
        SendAsync(HttpMethod.Put, query, content, crc, gateway, Auth());

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpMethod method, string query, string? content, string? crc, bool gateway, string auth)
    {
        using var request = new HttpRequestMessage(method, new Uri(_simulator["byteplus"].BaseUri, Oid + query));
        request.Headers.TryAddWithoutValidation("Authorization", auth);
        if (crc is not null) request.Headers.Add("Content-CRC32", crc);
        if (gateway) request.Headers.Add("X-Storage-Mode", "gateway");
        if (content is not null) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
