using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Core.Recipes.Expressions;

namespace MediaFlows.Core.Tests.Recipes;

public class ExpressionTests
{
    private static readonly JsonObject Scope = (JsonObject)JsonNode.Parse("""{"inputs":{"url":"https://h/x","n":3,"on":true,"list":[1,2,3],"none":null},"steps":{"a":{"Vid":"v1","Urls":[{"Url":"u0"},{"Url":"u1"}]}}}""")!;

    [Theory]
    [InlineData("\"${steps.a.Vid}\"", "\"v1\"")]
    [InlineData("\"${inputs.n}\"", "3")]
    [InlineData("\"${inputs.list}\"", "[1,2,3]")]
    [InlineData("\"${steps.a.Urls[-1].Url}\"", "\"u1\"")]
    [InlineData("\"n is ${inputs.n}, ${steps.a.Vid}\"", "\"n is 3, v1\"")]
    [InlineData("\"$${kept}\"", "\"${kept}\"")]
    [InlineData("{\"a\":\"${inputs.none}\",\"b\":1}", "{\"b\":1}")]
    public void A_whole_expression_keeps_its_type_and_text_is_filled_in(string template, string filled) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(filled), Template.Fill(JsonNode.Parse(template), Scope)), Template.Fill(JsonNode.Parse(template), Scope)?.ToJsonString());

    [Theory]
    [InlineData("${inputs.on}", true)]
    [InlineData("!${inputs.on}", false)]
    [InlineData("${steps.a.Vid} == 'v1' && ${inputs.n} >= 3", true)]
    [InlineData("${steps.b.Vid} == null || false", true)]
    [InlineData("(${inputs.n} < 3 || ${inputs.n} > 5) && true", false)]
    [InlineData("${inputs.list}", true)]
    public void Conditions_hold_as_they_read(string condition, bool holds) => Assert.Equal(holds, Condition.Parse(condition).Holds(Scope));

    [Theory]
    [InlineData("${inputs.}")]
    [InlineData("${a b}")]
    [InlineData("${x[}")]
    [InlineData("${unclosed")]
    public void What_cannot_be_read_is_refused(string text)
    {
        Assert.Throws<ExpressionException>(() => Template.Paths(JsonValue.Create(text)).ToList());
        Assert.Throws<ExpressionException>(() => Condition.Parse(text));
    }

    [Fact]
    public void Paths_print_as_they_were_read()
    {
        var names = Gen.Elements("a", "Vid", "x_1", "b-c");
        var part = Gen.OneOf(names.Select(n => "." + n), Gen.Choose(-3, 9).Select(i => $"[{i}]"));
        var paths = from root in names
                    from parts in Gen.ListOf(part)
                    select root + string.Concat(parts);
        Prop.ForAll(paths.ToArbitrary(), p => ExpressionPath.Parse(p).ToString() == p).QuickCheckThrowOnFailure();
    }
}
