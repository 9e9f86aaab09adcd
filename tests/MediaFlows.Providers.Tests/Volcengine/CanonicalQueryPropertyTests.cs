using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Providers.Volcengine;
using Microsoft.AspNetCore.WebUtilities;

namespace MediaFlows.Providers.Tests.Volcengine;

public sealed class CanonicalQueryPropertyTests
{
    private static readonly Arbitrary<string> Texts = ArbMap.Default.ArbFor<string>().Filter(s => s is not null && IsWellFormed(s));

    [Fact]
    public void Encoding_leaves_only_unreserved_characters_and_upper_case_escapes() =>
        Prop.ForAll(Texts, text => System.Text.RegularExpressions.Regex.IsMatch(CanonicalQuery.Encode(text), @"\A([A-Za-z0-9\-_.~]|%[0-9A-F]{2})*\z"))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_query_is_read_back_as_it_was_given() =>
        Prop.ForAll(Texts.Array(), values =>
        {
            var pairs = values.Select((v, i) => new KeyValuePair<string, string>($"k{i:D4}", v)).ToList();
            var parsed = QueryHelpers.ParseQuery("?" + CanonicalQuery.Build(pairs));
            return pairs.TrueForAll(p => parsed[p.Key] == p.Value) && parsed.Count == pairs.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_in_which_parameters_are_given_does_not_matter() =>
        Prop.ForAll(Texts.Array(), values =>
        {
            var pairs = values.Distinct(StringComparer.Ordinal).Select(v => new KeyValuePair<string, string>("p" + v, v)).ToList();
            var forward = CanonicalQuery.Build(pairs);
            pairs.Reverse();
            return CanonicalQuery.Build(pairs) == forward;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_change_of_a_value_changes_the_signature() =>
        Prop.ForAll(Texts, Texts, (a, b) => a == b || Signature(a) != Signature(b)).QuickCheckThrowOnFailure();

    private static string Signature(string value) => VolcengineSigner.Sign(
        new SignableRequest { Method = "GET", Query = [new("SpaceName", value)] }, Vectors.Credential, Vectors.Vod, Vectors.At).Signature;

    // A lone surrogate has no UTF-8 form, so no client can send it.
    private static bool IsWellFormed(string s) => s.Length == 0 || System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(s)) == s;
}

file static class Arrays
{
    public static Arbitrary<string[]> Array(this Arbitrary<string> elements) => elements.Generator.ArrayOf().ToArbitrary();
}
