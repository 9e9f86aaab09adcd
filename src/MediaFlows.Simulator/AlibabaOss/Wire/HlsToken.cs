using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Simulator.AlibabaOss.Wire;

/// <summary>Lets a player fetch one segment of a playlist for an hour: <c>{unix seconds of the end}-{HMAC}</c>.</summary>
internal static class HlsToken
{
    public const string Parameter = "x-oss-hls-sign-token";

    public static string Make(string bucket, string key, string process, DateTimeOffset now) => Of(bucket, key, process, now.AddHours(1).ToUnixTimeSeconds());

    public static OssError? Check(OssRequest request, DateTimeOffset now)
    {
        var token = request[Parameter]!;
        var process = request["x-oss-process"] ?? "";
        if (!long.TryParse(token.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var end)) return OssError.BadSignature;
        if (request.Method != "GET" || !process.StartsWith("hls/ts", StringComparison.Ordinal) || Of(request.Bucket ?? "", request.Key, process, end) != token) return OssError.BadSignature;
        return now.ToUnixTimeSeconds() > end ? OssError.Expired : null;
    }

    private static string Of(string bucket, string key, string process, long end) =>
        $"{end}-{Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(OssAccount.AccessKeySecret), Encoding.UTF8.GetBytes($"{bucket}/{key}\n{process}\n{end}")))}";
}
