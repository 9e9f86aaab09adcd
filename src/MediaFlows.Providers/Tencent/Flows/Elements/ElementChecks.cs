using System.Text.Json;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Words;

namespace MediaFlows.Providers.Tencent.Flows.Elements;

/// <summary>The rules of custom elements.</summary>
internal static class ElementChecks
{
    private const int MostOtherImages = 3;

    public static CustomElementInput Check(CustomElementInput input, InputChecks checks)
    {
        checks.Length("elementName", input.ElementName, 20);
        checks.Length("elementDescription", input.ElementDescription, 100);
        checks.RefuseIf(input.ExtInfo is not null, "extInfo", "Creating an element takes no further options.");
        var result = input with
        {
            ElementName = checks.Ask(input.ElementName, "elementName", "What is the element called?"),
            ElementDescription = checks.Ask(input.ElementDescription, "elementDescription", "How would you describe the element?"),
            ReferenceType = checks.Word(TencentWords.ReferenceType, "referenceType", checks.Ask(
                input.ReferenceType, "referenceType", "What is the element made from?", [new("A short clip", "video_refer"), new("Pictures", "image_refer")])),
            DisableModeration = checks.Word(TencentWords.TrueFalse, "disableModeration", input.DisableModeration),
        };
        if (result.ReferenceType == "video_refer") CheckVideo(input, checks);
        if (result.ReferenceType == "image_refer") CheckImages(input, checks);
        CheckTags(input, checks);
        return result;
    }

    private static void CheckVideo(CustomElementInput input, InputChecks checks)
    {
        checks.RefuseIf(input.ElementImageList is not null, "elementImageList", "An element from a clip takes no pictures.");
        if (checks.Ask(input.ElementVideoList, "elementVideoList", "Which clip shows the element? Give the link of an MP4 or MOV of 3 to 8 seconds.") is null) return;
        if (checks.JsonObject("elementVideoList", input.ElementVideoList) is not { } list) return;
        var clips = Links(list, "refer_videos", "video_url");
        checks.RefuseIf(clips is not [_] || !clips.TrueForAll(FileReference.IsLink), "elementVideoList", """Exactly one clip is needed: {"refer_videos":[{"video_url":"https://…"}]}.""");
    }

    private static void CheckImages(CustomElementInput input, InputChecks checks)
    {
        checks.RefuseIf(input.ElementVideoList is not null, "elementVideoList", "An element from pictures takes no clip.");
        checks.RefuseIf(input.ElementVoiceId is not null, "elementVoiceId", "A voice goes with an element from a clip only (video_refer).");
        if (checks.Ask(input.ElementImageList, "elementImageList", "Which pictures show the element? Give links: one from the front and one to three others.") is null) return;
        if (checks.JsonObject("elementImageList", input.ElementImageList) is not { } list) return;
        var front = list.TryGetProperty("frontal_image", out var f) && f.ValueKind == JsonValueKind.String ? f.GetString() : null;
        var others = Links(list, "refer_images", "image_url");
        checks.RefuseIf(
            !FileReference.IsLink(front) || others.Count is < 1 or > MostOtherImages || !others.TrueForAll(FileReference.IsLink),
            "elementImageList",
            """One picture from the front and one to three others are needed: {"frontal_image":"https://…","refer_images":[{"image_url":"https://…"}]}.""");
    }

    private static void CheckTags(CustomElementInput input, InputChecks checks)
    {
        if (input.TagList is null) return;
        try
        {
            var tags = JsonDocument.Parse(input.TagList).RootElement;
            if (tags.ValueKind == JsonValueKind.Array && tags.EnumerateArray().All(t => t.ValueKind == JsonValueKind.Object && t.TryGetProperty("tag_id", out _))) return;
        }
        catch (JsonException)
        {
            // Said below.
        }

        checks.Refuse("tagList", """The tags are a JSON list: [{"tag_id":"o_101"}].""");
    }

    private static List<string?> Links(JsonElement list, string member, string link) =>
        list.TryGetProperty(member, out var items) && items.ValueKind == JsonValueKind.Array
            ? [.. items.EnumerateArray().Select(i => i.ValueKind == JsonValueKind.Object && i.TryGetProperty(link, out var l) && l.ValueKind == JsonValueKind.String ? l.GetString() : null)]
            : [];
}
