using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Providers.Tencent.Api.Signing;

/// <summary>The chain of keys that TC3-HMAC-SHA256 derives from a secret key for one UTC day and one service.</summary>
/// <param name="Date">HMAC of the day under <c>TC3</c> + secret key.</param>
/// <param name="Service">HMAC of the service name under <paramref name="Date"/>.</param>
/// <param name="Signing">HMAC of <c>tc3_request</c> under <paramref name="Service"/>; signs the requests of that day.</param>
public sealed record Tc3Keys(byte[] Date, byte[] Service, byte[] Signing)
{
    /// <summary>Derives the keys. <paramref name="utcDate"/> is <c>yyyy-MM-dd</c> in UTC, never local time.</summary>
    public static Tc3Keys Derive(string secretKey, string utcDate, string service)
    {
        var date = HMACSHA256.HashData(Encoding.UTF8.GetBytes("TC3" + secretKey), Encoding.UTF8.GetBytes(utcDate));
        var byService = HMACSHA256.HashData(date, Encoding.UTF8.GetBytes(service));
        return new Tc3Keys(date, byService, HMACSHA256.HashData(byService, "tc3_request"u8));
    }
}
