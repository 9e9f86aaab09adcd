using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Providers.AlibabaOss.Operations;

namespace MediaFlows.Providers.Tests.AlibabaOss.Operations;

public sealed class OperationRoundTripTests
{
    [Fact]
    public void What_is_printed_in_the_users_form_is_read_back() =>
        Prop.ForAll(Operation().ToArbitrary(), operation =>
        {
            var text = OperationText.Format(operation);
            var again = OperationParser.Parse(text);
            return Same(operation, again).Label(text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_process_string_is_read_back_to_the_same_process_string() =>
        Prop.ForAll(Operation().ToArbitrary(), operation =>
        {
            var text = ProcessString.Format([operation]);
            return (ProcessString.Format(ProcessStringReader.Parse(text + ProcessString.SaveAs("k", "b"))) == text).Label(text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Every_generated_value_passes_its_own_rule() =>
        Prop.ForAll(Operation().ToArbitrary(), operation =>
        {
            var findings = OperationChecks.Errors(operation).Where(e => e.StartsWith("Invalid value", StringComparison.Ordinal) && !e.Contains("takes", StringComparison.Ordinal) && !e.Contains("there are", StringComparison.Ordinal)).ToList();
            return (findings.Count == 0).Label(string.Join(' ', findings));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static bool Same(MediaOperation a, MediaOperation b) =>
        a.Name == b.Name && a.Parameters.SequenceEqual(b.Parameters) && a.Segments.Count == b.Segments.Count
        && a.Segments.Zip(b.Segments).All(p => p.First.Before == p.Second.Before && p.First.Key == p.Second.Key && p.First.Items.SequenceEqual(p.Second.Items));

    private static Gen<MediaOperation> Operation() =>
        from rule in Gen.Elements(OperationTable.All.Where(o => o.Category != OperationCategory.File).ToArray())
        from keep in Gen.Choose(0, int.MaxValue - 1)
        from values in Gen.CollectToList(rule.Parameters.Where((p, i) => i < 31 && (keep & (1 << i)) != 0 && Usable(rule, p)), p => Value(p).Select(v => new KeyValuePair<string, string>(p.Name, v)))
        from segments in rule.TakesSegments ? Segment().NonEmptyListOf() : Gen.Constant(new List<ConcatSegment>())
        select new MediaOperation(rule, [.. values], [.. segments]);

    // Some parameters exist in twos for one place on the wire; one of the two is enough to try it.
    private static bool Usable(OperationRule rule, ParameterRule p) =>
        !(rule.Name == "rotate" && p.Name == "degree") && !(rule.Name == "watermark" && p.Name is "fill" or "preprocess");

    private static Gen<ConcatSegment> Segment() =>
        from before in Gen.Elements(true, false)
        from key in Text()
        from start in Gen.Choose(0, 100_000)
        select new ConcatSegment(before, key, [new("ss", start.ToString())]);

    private static Gen<string> Value(ParameterRule p) => p.Kind switch
    {
        ParameterKind.Whole => Gen.Choose((int)Math.Max(p.Min, -5000), (int)Math.Min(p.Max, 500_000_000)).Select(n => n.ToString()),
        ParameterKind.Number => Gen.Choose(1, (int)(p.Max * 10)).Select(n => (n / 10.0).ToString()),
        ParameterKind.Word => Gen.Elements(p.Words.Where(w => !p.Shorthands.ContainsKey(w)).ToArray()),
        ParameterKind.Size => from w in Gen.Choose(32, 2048) from h in Gen.Choose(32, 2048) select $"{w * 2}x{h * 2}",
        ParameterKind.Color => Gen.Choose(0, 0xFFFFFF).Select(n => n.ToString("X6")),
        ParameterKind.Raw => Gen.Choose(0, 100).Select(n => n.ToString()),
        _ => Text(),
    };

    private static Gen<string> Text() =>
        Gen.Elements("a b,=:/|_-'?%&+中文𝄞\t".EnumerateRunes().Select(r => r.ToString()).ToArray()).NonEmptyListOf().Select(string.Concat);
}
