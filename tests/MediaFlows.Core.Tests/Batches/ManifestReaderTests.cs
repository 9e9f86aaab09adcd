using System.IO.Compression;
using System.Text;
using MediaFlows.Core.Batches;
using MediaFlows.Core.Batches.Manifests;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Tests.Recipes;
using MediaFlows.Testing.Secrets;

namespace MediaFlows.Core.Tests.Batches;

public class ManifestReaderTests
{
    private readonly ManifestReader _reader = new(new FlowCatalog([new EchoFlow()], []), new FlowSerializer(new TestProtector()));

    [Fact]
    public async Task Json_lines_carry_items_or_plain_inputs()
    {
        var items = await ReadAsync("{\"key\":\"k1\",\"flow\":\"test.echo\",\"input\":{\"text\":\"a\"}}\n\n{\"text\":\"b\"}\r\n", ManifestFormat.JsonLines);
        Assert.Equal(["k1", null], items.Select(i => i.Key));
        Assert.Equal(["a", "b"], items.Select(i => i.Input!["text"]!.GetValue<string>()));
        Assert.All(items, i => Assert.Null(i.Problem));
        Assert.Equal([0, 1], items.Select(i => i.Index));
    }

    [Fact]
    public async Task Csv_cells_are_typed_by_the_flow_and_quotes_may_hold_anything()
    {
        var items = await ReadAsync("key,text,count\r\nk1,\"a, \"\"b\"\"\nc\",7\r\nk2,5,\r\n", ManifestFormat.Csv);
        Assert.Equal("a, \"b\"\nc", items[0].Input!["text"]!.GetValue<string>());
        Assert.Equal(7, items[0].Input!["count"]!.GetValue<long>());
        Assert.Equal("5", items[1].Input!["text"]!.GetValue<string>());
        Assert.False(items[1].Input!.ContainsKey("count"));
    }

    [Theory]
    [InlineData("{bad", "not valid JSON")]
    [InlineData("[1]", "not a JSON object")]
    [InlineData("{\"key\":\"a\",\"flow\":\"no.such\",\"input\":{}}", "no flow named")]
    [InlineData("{\"key\":\"same\",\"input\":{\"text\":\"1\"}}\n{\"key\":\"same\",\"input\":{\"text\":\"2\"}}", "stands in the manifest before")]
    [InlineData("{\"key\":\"a\",\"key\":\"b\",\"input\":{\"text\":\"1\"}}", "not valid JSON")]
    [InlineData("{\"input\":{\"text\":\"1\"},\"notify\":{\"url\":\"https://a.example/\"}}", "secret")]
    [InlineData("{\"input\":{\"text\":\"1\"},\"notify\":{\"url\":\"https://a.example/\",\"secret\":\"s\",\"events\":[\"done\"]}}", "is no event")]
    public async Task A_bad_line_is_an_item_with_a_problem_and_the_rest_goes_on(string lines, string problem)
    {
        var items = await ReadAsync(lines + "\n{\"text\":\"fine\"}", ManifestFormat.JsonLines);
        Assert.Contains(problem, string.Join(' ', items.Select(i => i.Problem)), StringComparison.Ordinal);
        Assert.Null(items[^1].Problem);
    }

    [Fact]
    public async Task A_line_without_end_and_a_deep_one_are_refused_without_being_held()
    {
        var deep = new string('[', 100) + new string(']', 100);
        var items = await ReadAsync($"{{\"text\":\"{new string('x', ManifestLimits.LineLength + 10)}\"}}\n{{\"text\":{deep}}}\n{{\"text\":\"ok\"}}", ManifestFormat.JsonLines);
        Assert.Contains("longer than", items[0].Problem, StringComparison.Ordinal);
        Assert.Contains("not valid JSON", items[1].Problem, StringComparison.Ordinal);
        Assert.Null(items[2].Problem);
    }

    [Fact]
    public async Task Gzip_is_recognised_by_its_first_bytes()
    {
        using var zipped = new MemoryStream();
        await using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true)) await gzip.WriteAsync(Encoding.UTF8.GetBytes("{\"text\":\"z\"}\n"));
        zipped.Position = 0;
        var items = await CollectAsync(zipped, ManifestFormat.JsonLines);
        Assert.Equal("z", Assert.Single(items).Input!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_small_gzip_that_unpacks_to_a_huge_line_is_bounded_like_any_line_and_the_rest_goes_on()
    {
        using var zipped = new MemoryStream();
        await using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync("{\"text\":\""u8.ToArray());
            var block = new byte[1 << 20];
            for (var megabytes = 0; megabytes < 64; megabytes++) await gzip.WriteAsync(block);
            await gzip.WriteAsync("\"}\n{\"text\":\"ok\"}\n"u8.ToArray());
        }

        Assert.InRange(zipped.Length, 1, 1 << 20);
        zipped.Position = 0;
        var items = await CollectAsync(zipped, ManifestFormat.JsonLines);
        Assert.Equal(2, items.Count);
        Assert.Contains("longer than", items[0].Problem, StringComparison.Ordinal);
        Assert.Null(items[1].Problem);
    }

    [Theory]
    [InlineData("a,a\n1,2\n", "twice")]
    [InlineData("text,text.inner\n1,2\n", "contradict")]
    [InlineData("text,,mode\n1,2,3\n", "without a name")]
    [InlineData("", "no header")]
    public async Task A_csv_whose_header_makes_no_sense_is_refused_whole(string csv, string why) =>
        Assert.Contains(why, (await Assert.ThrowsAsync<ManifestException>(() => ReadAsync(csv, ManifestFormat.Csv))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_key_too_long_is_a_problem_and_is_not_held()
    {
        var item = Assert.Single(await ReadAsync($"{{\"key\":\"{new string('k', ManifestLimits.KeyLength + 1)}\",\"input\":{{\"text\":\"1\"}}}}", ManifestFormat.JsonLines));
        Assert.Contains("more than", item.Problem, StringComparison.Ordinal);
        Assert.Null(item.Key);
    }

    [Fact]
    public async Task A_gzip_that_was_cut_off_is_refused()
    {
        using var zipped = new MemoryStream();
        await using (var gzip = new GZipStream(zipped, CompressionLevel.NoCompression, leaveOpen: true)) await gzip.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"text\":\"z\"}\n", 1000))));
        await Assert.ThrowsAsync<InvalidDataException>(() => CollectAsync(new MemoryStream(zipped.ToArray()[..^2000]), ManifestFormat.JsonLines));
    }

    [Fact]
    public async Task A_million_lines_are_read_one_by_one_nothing_more_than_a_buffer_ahead_and_one_more_is_refused()
    {
        var lines = new LineStream(ManifestLimits.Items + 1, n => $"{{\"key\":\"k{n}\",\"input\":{{\"text\":\"t{n}\",\"mode\":\"m\"}}}}\n");
        var (seen, ahead) = (0L, 0L);
        await Assert.ThrowsAsync<ManifestException>(async () =>
        {
            await foreach (var item in _reader.ReadAsync(lines, ManifestFormat.JsonLines, "test.echo", CancellationToken.None))
            {
                if (item.Index != seen++ || item.Problem is not null) Assert.Fail($"{item.Index}: {item.Problem}");
                ahead = Math.Max(ahead, lines.Lines - seen);
            }
        });
        Assert.Equal(ManifestLimits.Items, seen);
        Assert.InRange(ahead, 0, 4000);
    }

    private Task<List<BatchItem>> ReadAsync(string text, ManifestFormat format) => CollectAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), format);

    private async Task<List<BatchItem>> CollectAsync(Stream content, ManifestFormat format)
    {
        var items = new List<BatchItem>();
        await foreach (var item in _reader.ReadAsync(content, format, "test.echo", CancellationToken.None)) items.Add(item);
        return items;
    }
}
