using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Core.Errors;
using MediaFlows.Storage.Protection;
using MediaFlows.Testing.Time;

namespace MediaFlows.Storage.Tests.Protection;

public sealed class FieldProtectorTests
{
    private readonly VirtualTime _time = new();
    private readonly ProtectionKey _first = ProtectionKey.Create();
    private readonly ProtectionKey _second = ProtectionKey.Create();

    [Fact]
    public void Any_text_comes_back_and_no_two_ciphertexts_are_alike()
    {
        var protector = With(_first);
        Prop.ForAll<string>(text =>
        {
            text = Wellformed(text);
            var one = protector.Protect(text);
            return protector.Unprotect(one) == text && one != protector.Protect(text) && (text.Length < 4 || !one.Contains(text, StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_change_of_any_character_is_found()
    {
        var protector = With(_first, _second);
        var sealedText = protector.Protect("session-key");
        for (var i = 0; i < sealedText.Length; i++)
        {
            foreach (var c in "A0.-")
            {
                // The last base64 character carries unused bits; another one with the same used bits is the same ciphertext.
                if (sealedText[i] == c || i == sealedText.Length - 1) continue;
                var altered = sealedText[..i] + c + sealedText[(i + 1)..];
                Assert.Equal(ErrorCodes.FieldUnreadable, Assert.Throws<FlowException>(() => protector.Unprotect(altered)).Error.Code);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain text")]
    [InlineData("v1.k.")]
    [InlineData("v1.k.AAAA")]
    [InlineData("v2.k.AAAA")]
    [InlineData("v1.k.A?.B")]
    public void What_is_no_ciphertext_is_a_clear_error(string text) =>
        Assert.Equal(ErrorCodes.FieldUnreadable, Assert.Throws<FlowException>(() => With(_first).Unprotect(text)).Error.Code);

    [Fact]
    public void After_a_rotation_old_fields_are_read_and_new_ones_use_the_new_key()
    {
        var old = With(_first).Protect("text");
        var rotated = With(_second, _first);
        Assert.Equal("text", rotated.Unprotect(old));
        Assert.StartsWith($"v1.{_second.Id}.", rotated.Protect("text"), StringComparison.Ordinal);
        var e = Assert.Throws<FlowException>(() => With(_second).Unprotect(old));
        Assert.Contains(_first.Id, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_another_process_added_is_found_without_a_restart()
    {
        var keys = new[] { _first };
        var loads = 0;
        var protector = new FieldProtector(() =>
        {
            loads++;
            return new KeyRing(keys);
        }, _time);
        protector.Protect("text");
        keys = [_second, _first];
        var fromOther = With(_second).Protect("text");
        Assert.Throws<FlowException>(() => protector.Unprotect(fromOther));
        _time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("text", protector.Unprotect(fromOther));
        Assert.Equal(2, loads);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no colon")]
    [InlineData("k:c2hvcnQ=")]
    [InlineData("k:not base64 !!!")]
    [InlineData("bad id:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("k:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=;k:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void A_damaged_key_text_is_refused_without_being_quoted(string text)
    {
        var e = Assert.Throws<FlowException>(() => KeyRing.Parse(text));
        Assert.Equal(ErrorCodes.FieldUnreadable, e.Error.Code);
        if (text.Length > 0) Assert.DoesNotContain(text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..], e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_does_not_print_itself() => Assert.DoesNotContain(Convert.ToBase64String(_first.Key.Span), _first.ToString(), StringComparison.Ordinal);

    private static string Wellformed(string? text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text ?? ""));

    private FieldProtector With(params ProtectionKey[] keys) => new(() => new KeyRing(keys), _time);
}
