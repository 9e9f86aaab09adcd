using System.Text;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;
using MediaFlows.Providers.VideoEval.Api;
using MediaFlows.Providers.VideoEval.Validation;
using MediaFlows.Simulator.Media;

namespace MediaFlows.Providers.Tests.VideoEval;

public sealed class VideoBatchTests
{
    private readonly ScriptedMedia _media = new();
    private readonly InputErrors _errors = new();

    [Theory]
    [InlineData("a.mp4", null)]
    [InlineData("A.MP4", "video/mp4")]
    [InlineData("a.mp4", "video/mp4; charset=binary")]
    [InlineData("a.mp4", "application/octet-stream")]
    public async Task An_mp4_by_name_type_and_content_is_taken(string name, string? type)
    {
        _media.Add(name, SampleVideo.ReadAllBytes(), type);
        Assert.Equal(name, Assert.Single(await CheckAsync(name)).Name);
        Assert.True(_errors.IsEmpty);
    }

    [Theory]
    [InlineData("clip.mov", null, "has the extension .mov; only .mp4")]
    [InlineData("clip", null, "has no extension; only .mp4")]
    [InlineData("clip.mp4", "video/quicktime", "media type video/quicktime; only video/mp4")]
    public async Task A_wrong_name_or_type_is_named(string name, string? type, string expected)
    {
        _media.Add(name, SampleVideo.ReadAllBytes(), type);
        Assert.Contains(expected, await MessageAsync(name), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("MZ this is no video at all", "does not start with an ftyp box")]
    [InlineData("\0\0\0\u0018ftypqt  \0\0\0\0qt  \0\0\0\0", "its format is 'qt'")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "its format is 'heic'")]
    public async Task Content_that_is_no_mp4_is_refused_whatever_it_is_named(string content, string expected)
    {
        _media.Add("a.mp4", Encoding.Latin1.GetBytes(content), "video/mp4");
        Assert.Contains(expected, await MessageAsync("a.mp4"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(52_428_800, null)]
    [InlineData(52_428_801, "'a.mp4' has 50.00 MB (52428801 bytes); at most 50MB (52428800 bytes) are accepted.")]
    [InlineData(60_000_000, "'a.mp4' has 57.22 MB (60000000 bytes); at most 50MB (52428800 bytes) are accepted.")]
    public async Task Fifty_megabytes_are_taken_and_one_byte_more_is_not(long length, string? expected)
    {
        _media.Add("a.mp4", SampleVideo.ReadAllBytes(), null, length);
        Assert.Equal(expected, expected is null && (await CheckAsync("a.mp4")).Count == 1 && _errors.IsEmpty ? null : await MessageAsync("a.mp4"));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    [InlineData(0, false)]
    public async Task One_to_ten_videos_make_a_batch(int count, bool accepted)
    {
        var names = Enumerable.Range(1, count).Select(i => $"{i}.mp4").ToArray();
        foreach (var name in names) _media.Add(name, SampleVideo.ReadAllBytes(), null);
        await CheckAsync(names);
        Assert.Equal(accepted, _errors.IsEmpty);
        Assert.Equal(count > 10 ? 0 : count, _media.Inspected);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_found_at_once_and_the_documents_word_is_of_the_worst()
    {
        _media.Add("a.mov", SampleVideo.ReadAllBytes(), null);
        _media.Add("ok.mp4", SampleVideo.ReadAllBytes(), null);
        var batch = new VideoBatch(_media, _errors);
        await batch.CheckAsync([Blob("a.mov"), Blob("ok.mp4"), Blob("missing.mp4"), new MediaSource(), new MediaSource { Blob = "a", File = "b" }], default);
        var e = Assert.Throws<InvalidInputException>(() => _errors.ThrowIfAny(m => ErrorEnvelope.Create("r", m, batch.ErrorWord, null)));
        Assert.Equal(["files[0]", "files[2]", "files[3]", "files[4]"], e.Fields.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("FILENOTFOUNDERROR", e.Error.Document!["error"]!["code"]!.ToString());
        Assert.Equal(e.Error.Message, e.Error.Document["message"]!.ToString());
    }

    [Fact]
    public async Task A_file_outside_the_allowed_root_is_a_permission_error()
    {
        _media.Fail("x.mp4", new FlowException(ErrorCodes.FileOutsideRoot, "Outside."));
        var batch = new VideoBatch(_media, _errors);
        await batch.CheckAsync([Blob("x.mp4")], default);
        Assert.Equal("PERMISSIONERROR", batch.ErrorWord);
    }

    [Fact]
    public async Task A_source_whose_size_nobody_tells_is_refused()
    {
        _media.Add("a.mp4", SampleVideo.ReadAllBytes(), null, length: -1);
        Assert.Contains("size is not told", await MessageAsync("a.mp4"), StringComparison.Ordinal);
    }

    private static MediaSource Blob(string name) => new() { Blob = name };

    private Task<IReadOnlyList<Providers.VideoEval.Activities.EvaluationVideo>> CheckAsync(params string[] names) =>
        new VideoBatch(_media, _errors).CheckAsync([.. names.Select(Blob)], default);

    private async Task<string> MessageAsync(string name)
    {
        if (_errors.IsEmpty) await CheckAsync(name);
        return Assert.Throws<InvalidInputException>(() => _errors.ThrowIfAny()).Message;
    }
}
