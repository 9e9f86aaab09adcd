using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Checksums;

namespace MediaFlows.Providers.Tests.AlibabaOss.Checksums;

public sealed class Crc64Tests
{
    [Theory]
    [InlineData("", 0UL)]
    [InlineData("123456789", 11051210869376104954UL)]
    [InlineData("hello world", 5981764153023615706UL)]
    public void Known_texts_have_their_known_checksums(string text, ulong expected) => Assert.Equal(expected, Crc64.Of(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void All_bytes_have_their_known_checksum() => Assert.Equal(8232944260754389680UL, Crc64.Of([.. Enumerable.Range(0, 256).Select(i => (byte)i)]));

    [Fact]
    public void Two_known_parts_combine_to_the_known_whole() =>
        Assert.Equal(5981764153023615706UL, Crc64.Combine(1796661072844795914UL, 4472352582074980600UL, 5));

    [Fact]
    public void Parts_combine_to_the_checksum_of_the_whole() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<byte[]>(), (a, b) =>
            Crc64.Combine(Crc64.Of(a), Crc64.Of(b), b.Length) == Crc64.Of([.. a, .. b])).QuickCheckThrowOnFailure();

    [Fact]
    public void The_table_driven_form_agrees_with_one_bit_at_a_time() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Crc64.Of(bytes) == BitByBit(bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_damaged_download_is_refused_at_its_end()
    {
        await using var good = new Crc64Stream(new MemoryStream("hello world"u8.ToArray()), 5981764153023615706UL);
        await good.CopyToAsync(Stream.Null);
        Assert.Equal(11, good.BytesRead);

        await using var bad = new Crc64Stream(new MemoryStream("hello wOrld"u8.ToArray()), 5981764153023615706UL);
        var error = await Assert.ThrowsAsync<FlowException>(() => bad.CopyToAsync(Stream.Null));
        Assert.Equal(ErrorCodes.ContentMismatch, error.Error.Code);
        Assert.True(error.Error.Retryable);
    }

    private static ulong BitByBit(byte[] bytes)
    {
        var crc = ulong.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xC96C5795D7870F42 : crc >> 1;
        }

        return ~crc;
    }
}
